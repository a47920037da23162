using MetaLens.Lenses;

namespace MetaLens.Attacks.FuzzyTags;

/// <summary>
/// What a server with fuzzy tags holds of an observation: how many messages each sender sent, and how many of their tags match each receiver. Real messages always match, others with the receiver's false-positive
/// rate, drawn for each receiver from 2^−1 … 2^−7. Whom a message was for is used to draw the tags and for nothing else.
/// </summary>
public sealed class FuzzyTagServer
{
    const int Rates = 7;
    readonly Dictionary<(int Sender, int Receiver), int> _meant = [];
    readonly Dictionary<int, double> _rate = [];
    readonly SortedDictionary<int, int> _sent = [];
    readonly int _seed;

    /// <summary>Draws the receivers' rates. O(rows).</summary>
    /// <param name="seen">The observation; only rows with both ends count.</param>
    /// <param name="rows">The first so many rows.</param>
    /// <param name="seed">Seed of rates and false matches.</param>
    public FuzzyTagServer(Observation seen, int rows, int seed)
    {
        ArgumentNullException.ThrowIfNull(seen);
        _seed = seed;
        var receivers = new SortedSet<int>();
        for (var i = 0; i < Math.Min(rows, seen.Count); i++)
            if (seen.Sender[i] is >= 0 and var from)
                foreach (var to in seen.RecipientsOf(i))
                {
                    _sent[from] = _sent.GetValueOrDefault(from) + 1;
                    _meant[(from, to)] = _meant.GetValueOrDefault((from, to)) + 1;
                    receivers.Add(to);
                }
        var random = new Random(seed);
        foreach (var receiver in receivers) _rate[receiver] = Math.Pow(2, -1 - random.Next(Rates));
    }

    /// <summary>Ordered pairs that truly wrote.</summary>
    public int LinkCount => _meant.Count;

    /// <summary>Whether a sender truly wrote to a receiver: for scoring.</summary>
    public bool IsLink(PartyId sender, PartyId receiver) => _meant.ContainsKey((sender.Index, receiver.Index));

    /// <summary>Every sender and receiver with the chance of so many matches: small = likely a link. The same each time. O(messages · receivers).</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public IEnumerable<(PartyId Sender, PartyId Receiver, double Chance)> Tests(CancellationToken stop)
    {
        var random = new Random(unchecked(_seed + 1));
        foreach (var (sender, sent) in _sent)
        {
            stop.ThrowIfCancellationRequested();
            foreach (var (receiver, rate) in _rate)
            {
                var meant = _meant.GetValueOrDefault((sender, receiver));
                var matching = meant;
                for (var i = meant; i < sent; i++) matching += random.NextDouble() < rate ? 1 : 0;
                yield return (new PartyId(sender), new PartyId(receiver), FuzzyTagTest.ChanceOf(sent, matching, rate));
            }
        }
    }
}
