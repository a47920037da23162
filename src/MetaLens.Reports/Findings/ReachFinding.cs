using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>Who else is in the records: how many people one person's ties lead to in one, two and three steps.</summary>
public static class ReachFinding
{
    /// <summary>From this many people on, starts are drawn at random instead of taking all.</summary>
    const int MostStarts = 2000;

    /// <summary>The finding for the owner, or the median over everybody with a tie. O(starts × ties).</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var graph = evidence.Undirected;
        var starts = evidence.Owner is { } owner ? [owner] : Enumerable.Range(0, graph.NodeCount).Where(v => graph.Degree(v) > 0).ToArray();
        if (starts.Length == 0 || starts.All(v => graph.Degree(v) == 0)) return Finding.Unknown("reach", "Who else is in here", "There is no tie between two people in the records.");
        if (starts.Length > MostStarts)
        {
            new Random(evidence.Seed).Shuffle(starts);
            starts = starts[..MostStarts];
        }
        var others = Enumerable.Range(0, graph.NodeCount).Count(v => graph.Degree(v) > 0) - 1;
        var steps = Median(starts.Select(v => Within(graph, v, 3)).ToArray());
        var rings = steps.Select((count, i) => new Ring(i switch { 0 => "in one step: people written to or heard from", 1 => "in two: their contacts too", _ => "in three" }, count));
        var sentence = evidence.Owner is not null
            ? $"Your records hold {Figures.Count(steps[0])} other people you write to or hear from, and {Figures.Count(others)} in all. None of them was asked."
            : $"One order for one person's records, and for those of the people found there, reaches {Figures.Count(steps[0])} people in one step, {Figures.Count(steps[1])} in two and {Figures.Count(steps[2])} in three, of {Figures.Count(others)} others (medians over {Figures.Count(starts.Length)} starts).";
        return new Finding("reach", "Who else is in here", sentence, Certainty.Shown,
            ["A step goes from a person to everybody they exchanged at least one message with, in either direction; the number of a step includes those before it.",
             "Metadata is about pairs: whoever hands over their own hands over everybody else's half of it."],
            Finding.Named(("people_in_1_step", steps[0]), ("people_in_2_steps", steps[1]), ("people_in_3_steps", steps[2]), ("others", others), ("starts", starts.Length)),
            [new RingChart("rings", evidence.Owner is null ? "How far one person's ties lead" : "How far your ties lead", $"Circles whose areas are the number of people reached: {string.Join(", ", steps.Select(s => Figures.Number(s)))}.", "people", [.. rings])])
        { Question = "contacts", Surprise = evidence.Owner is null ? 0.5 * (steps[2] - steps[0]) / Math.Max(1, others) : 0.1 };
    }

    /// <summary>People within 1 … <paramref name="hops"/> steps of a start, cumulated, without the start. Breadth first.</summary>
    static int[] Within(Graphs.CommunicationGraph graph, int start, int hops)
    {
        var counts = new int[hops];
        var met = new bool[graph.NodeCount];
        met[start] = true;
        List<int> edge = [start], next = [];
        for (var hop = 0; hop < hops; hop++)
        {
            foreach (var v in edge)
                foreach (var w in graph.Neighbours(v))
                {
                    if (met[w]) continue;
                    met[w] = true;
                    next.Add(w);
                }
            counts[hop] = (hop == 0 ? 0 : counts[hop - 1]) + next.Count;
            (edge, next) = (next, edge);
            next.Clear();
        }
        return counts;
    }

    static int[] Median(int[][] reached)
    {
        var middle = new int[reached[0].Length];
        for (var hop = 0; hop < middle.Length; hop++) middle[hop] = reached.Select(r => r[hop]).Order().ElementAt(reached.Length / 2);
        return middle;
    }
}
