using System.Collections.Immutable;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Graphs;
using MetaLens.Reports.Findings;

namespace MetaLens.Reports.People;

/// <summary>The people whom the pictures show, one by one.</summary>
static class PersonTable
{
    const int EnoughMessages = 50, MostPeople = 250, Shown = 5;

    /// <summary>A row for each key, by name; at most 250, those with most messages. O(messages + people · ties of their contacts).</summary>
    public static ImmutableArray<Person> Of(Evidence evidence, IEnumerable<string> keys, IEnumerable<Moment> moments)
    {
        var seen = evidence.Seen;
        var (sent, received) = (new int[seen.PartyCount], new int[seen.PartyCount]);
        var (first, last) = (new long[seen.PartyCount], new long[seen.PartyCount]);
        Array.Fill(first, long.MaxValue);
        for (var row = 0; row < seen.Count; row++)
        {
            if (seen.Sender[row] is >= 0 and var sender) Count(sent, sender, seen.SeenAt[row]);
            for (var r = seen.RecipientOffset[row]; r < seen.RecipientOffset[row + 1]; r++) Count(received, seen.Recipient[r], seen.SeenAt[row]);
        }
        var known = keys.ToHashSet(StringComparer.Ordinal);
        var parties = Enumerable.Range(0, seen.PartyCount).Where(p => p != evidence.Owner && known.Contains(Evidence.KeyOf(p)))
            .OrderByDescending(p => sent[p] + received[p]).ThenBy(p => p).Take(MostPeople).ToImmutableArray();
        var reach = Reach.Of(evidence.Undirected, parties);
        var quiet = evidence.Clock.KnowsTimeOfDay
            ? QuietWindowFinder.OfParties(seen, evidence.Clock, EnoughMessages, parties.ToHashSet()).Where(w => DayAndNightFinding.IsNight(w.Value)).ToDictionary(w => w.Key, w => (w.Value.StartHour, w.Value.EndHour))
            : [];
        var happened = moments.Where(m => m.Key is not null).ToLookup(m => m.Key!, m => evidence.Language.Say("people.event", ("when", m.When), ("what", m.Label), ("detail", m.Detail)));
        return [.. parties.Select((p, i) => new Person(Evidence.KeyOf(p), evidence.NameOf(p), sent[p], received[p], evidence.Undirected.Degree(p), (int)reach.Reached[1][i], DayOf(first[p]), DayOf(last[p]),
            quiet.TryGetValue(p, out var hours) ? hours : null, Closest(evidence, p), [.. happened[Evidence.KeyOf(p)]])).OrderBy(p => p.Name, StringComparer.Ordinal)];

        void Count(int[] counts, int party, long at)
        {
            counts[party]++;
            (first[party], last[party]) = (Math.Min(first[party], at), Math.Max(last[party], at));
        }

        string DayOf(long at) => first.Length == 0 || at == long.MaxValue ? "" : evidence.Read(evidence.DayOf(at));
    }

    static ImmutableArray<(string Name, int Messages)> Closest(Evidence evidence, int party)
    {
        var graph = evidence.Undirected;
        return [.. Enumerable.Range(graph.Offset[party], graph.Degree(party)).OrderByDescending(e => graph.Messages[e]).ThenBy(e => graph.Target[e]).Take(Shown)
            .Select(e => (evidence.NameOf(graph.Target[e]), graph.Messages[e]))];
    }
}
