using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Testing;

/// <summary>The two halves of a log by time, each with identifiers of its own, and who is who. What an attack on identity is scored with.</summary>
sealed class Redrawn
{
    readonly int[] _actorBefore, _actorAfter;
    readonly int[] _rowsBefore, _rowsAfter;

    /// <summary>Cuts at the median message and draws new identifiers for both halves.</summary>
    public Redrawn(MessageLog log, int seed)
    {
        var cut = log.SentAt[log.Count / 2];
        (Earlier, _actorBefore, _rowsBefore) = Half(log, i => log.SentAt[i] < cut, new Random(seed));
        (Later, _actorAfter, _rowsAfter) = Half(log, i => log.SentAt[i] >= cut, new Random(seed + 1));
    }

    public Observation Earlier { get; }
    public Observation Later { get; }

    /// <summary>Number of parties of the earlier half: what a guess is drawn from.</summary>
    public int CandidateCount => _actorBefore.Length;

    /// <summary>Whether a later party has at least so many rows in both halves.</summary>
    public bool IsActive(PartyId later, int rows) => _rowsAfter[_actorAfter[later.Index]] >= rows && _rowsBefore[_actorAfter[later.Index]] >= rows;

    public bool IsSame(PartyId earlier, PartyId later) => _actorBefore[earlier.Index] == _actorAfter[later.Index];

    static (Observation Seen, int[] ActorOf, int[] Rows) Half(MessageLog log, Func<int, bool> keep, Random random)
    {
        var pseudonym = Enumerable.Range(0, log.Actors.Count).ToArray();
        random.Shuffle(pseudonym);
        var half = new MessageLogBuilder { TimeBasis = log.TimeBasis };
        // Registering everybody in shuffled order makes the order of indices say nothing.
        var actorOf = new int[pseudonym.Length];
        for (var i = 0; i < pseudonym.Length; i++) actorOf[pseudonym[i]] = i;
        for (var p = 0; p < pseudonym.Length; p++) half.Actor($"{p}");
        var rows = new int[pseudonym.Length];
        for (var i = 0; i < log.Count; i++)
        {
            if (!keep(i)) continue;
            rows[log.Sender[i]]++;
            foreach (var to in log.RecipientsOf(i)) rows[to]++;
            half.Add(new MessageRecord
            {
                SentAt = log.SentAt[i],
                Sender = pseudonym[log.Sender[i]],
                Recipients = Array.ConvertAll(log.RecipientsOf(i).ToArray(), to => pseudonym[to]),
                Size = log.Size[i],
            });
        }
        var built = half.Build();
        return (Lens.None.Observe(built), [.. built.Actors.Names.ToArray().Select(name => actorOf[int.Parse(name)])], rows);
    }
}
