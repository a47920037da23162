using System.Collections.Immutable;
using MetaLens.Graphs;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>Who else is in the records: how many people one person's ties lead to in one, two and three steps.</summary>
public static class ReachFinding
{
    /// <summary>From this many people on, starts are drawn at random instead of taking all.</summary>
    const int MostStarts = 2000;
    const int HubDegree = 50, FewestPeople = 20;
    const string Exact = "Nothing is inferred; the people are counted.";

    /// <summary>The finding for the owner, or the median over everybody with a tie. O(starts × ties) at worst.</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "reach", Heading = "Who else is in here";
        var graph = evidence.Undirected;
        var tied = Enumerable.Range(0, graph.NodeCount).Where(v => graph.Degree(v) > 0).ToArray();
        if (tied.Length == 0) return Finding.Unknown(Id, Heading, "There is no tie between two people in the records.");
        var others = tied.Length - 1;
        if (evidence.Owner is null && tied.Length < FewestPeople) return Finding.Unknown(Id, Heading, $"{Figures.Count(tied.Length)} people are too few to say how far one person's ties lead (at least {FewestPeople}).");
        return evidence.Owner is { } owner ? OfOwner(graph, owner, others) : OfEverybody(evidence, Starts(tied, evidence.Seed), others);
    }

    static Finding OfOwner(CommunicationGraph graph, int owner, int others)
    {
        var direct = graph.Degree(owner);
        return new Finding("reach", "Who else is in here",
            $"Your records are also the records of {Figures.Count(others, "other person", "other people")}{(others == direct ? "" : $": {Figures.Count(direct)} whom you write to or hear from, {Figures.Count(others - direct)} whom you only share a group with")}. None of them was asked.",
            Certainty.Shown, ["Metadata is about pairs: whoever hands over their own hands over everybody else's half of it."],
            Finding.Named(("others", others), ("people_in_1_step", direct), ("people_only_in_groups", others - direct)),
            others == direct ? [] : [Rings("Other people in your records", [new Ring("in touch with you", direct), new Ring("all in your records", others)])])
        { Question = "contacts", Surprise = 0.1, Wrong = Exact };
    }

    static Finding OfEverybody(Evidence evidence, ImmutableArray<int> starts, int others)
    {
        var table = Reach.Of(evidence.Undirected, starts);
        var steps = Enumerable.Range(0, 3).Select(hop => Median(table.Reached[hop])).ToArray();
        var withoutHubs = Median(Reach.Of(evidence.Undirected, starts, new ReachOptions { HubDegree = HubDegree }).Reached[2]);
        return new Finding("reach", "Who else is in here",
            $"Whoever may look up one person's contacts sees {Figures.Count(steps[0])} people; with the contacts of these {Figures.Count(steps[1])}, and one step on {Figures.Count(steps[2])}: {Figures.Percent(steps[2] / (double)others)} of {Figures.Count(others)} others (medians over {Figures.Count(starts.Length)} people).",
            Certainty.Shown,
            [$"A step goes from a person to everybody they exchanged a message with, in either direction; the number of a step includes those before it. Without going through anybody who has more than {HubDegree} contacts, three steps still expose {Figures.Count(withoutHubs)}.",
             "Metadata is about pairs: whoever hands over their own hands over everybody else's half of it."],
            Finding.Named(("people_in_1_step", steps[0]), ("people_in_2_steps", steps[1]), ("people_in_3_steps", steps[2]), ("share_in_3_steps", steps[2] / (double)others),
                ("people_in_3_steps_without_hubs", withoutHubs), ("hub_degree", HubDegree), ("others", others), ("people", starts.Length)),
            [Rings("How far one person's ties lead (median)", [new Ring("1 step: contacts", steps[0]), new Ring("2 steps: theirs too", steps[1]), new Ring("3 steps: and theirs", steps[2])])])
        {
            Question = "contacts",
            Wrong = Exact,
            Surprise = 0.5 * (steps[2] - steps[0]) / Math.Max(1, others),
            Headline = $"Three steps from one person expose {Figures.Percent(steps[2] / (double)others)} of everybody here.",
        };
    }

    static RingChart Rings(string title, ImmutableArray<Ring> rings) =>
        new("rings", title, $"Circles whose areas are the number of people: {string.Join(", ", rings.Select(r => $"{r.Label} {Figures.Number(r.Count)}"))}.", "people", rings);

    static ImmutableArray<int> Starts(int[] tied, int seed)
    {
        if (tied.Length > MostStarts)
        {
            new Random(seed).Shuffle(tied);
            tied = tied[..MostStarts];
        }
        return [.. tied];
    }

    static int Median(ImmutableArray<int> counts) => counts.Order().ElementAt(counts.Length / 2);
}
