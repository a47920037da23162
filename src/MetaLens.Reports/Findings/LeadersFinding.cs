using MetaLens.Graphs;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>Who leads: PageRank over who writes to whom. In firms it orders superior and subordinate rightly in about four of five pairs; among others it says who is sought, not who commands.</summary>
public static class LeadersFinding
{
    const int Shown = 12, FewestPeople = 20;

    /// <summary>The finding. O(ties) an iteration.</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "leaders", Heading = "Who leads";
        var graph = evidence.Directed;
        if (evidence.Owner is not null)
            return Finding.Unknown(Id, Heading, "One person's records show who writes to them, not who is written to by all: who leads, they do not say.", "An operator of the service holds everybody's records, and could rank them.");
        var tied = Enumerable.Range(0, graph.NodeCount).Count(v => evidence.Undirected.Degree(v) > 0);
        if (tied < FewestPeople) return Finding.Unknown(Id, Heading, $"{Figures.Count(tied)} people are too few to rank (at least {FewestPeople}).");
        var rank = PageRank.Of(graph);
        var order = Enumerable.Range(0, graph.NodeCount).OrderByDescending(v => rank[v]).ThenBy(v => v).ToArray();
        var top = order.Take(Math.Max(1, tied / 100)).ToHashSet();
        long received = 0, all = 0;
        foreach (var tie in graph.Ties())
        {
            all += tie.Messages;
            if (top.Contains(tie.B)) received += tie.Messages;
        }
        var share = received / (double)all;
        var size = top.Count / (double)tied;
        return new Finding(Id, Heading,
            $"{Figures.Count(top.Count)} of {Figures.Count(tied)} people ({Figures.Percent(size)}) {(top.Count == 1 ? "stands out as the one" : "stand out as those")} whom the others turn to, and {(top.Count == 1 ? "receives" : "receive")} {Figures.Percent(share)} of all {Figures.Count(all)} messages.",
            Certainty.ConsistentWith,
            ["Ranked by PageRank (Brin and Page 1998) over messages: to be written to by people who are written to. The shares of all people add up to 100 %."],
            Finding.Named(("people_on_top", top.Count), ("people", tied), ("share_of_people_on_top", size), ("share_received_by_top", share), ("messages", all)),
            [new BarChart("leaders-picture", "Whom the others turn to", $"Bars of the PageRank of the first {Shown} people. The highest is {evidence.NameOf(order[0])} with {Figures.Percent(rank[order[0]])}; the mean is {Figures.Percent(1.0 / tied)}.",
                $"share of all attention; were all alike, {Figures.Percent(1.0 / tied)} each", [.. order.Take(Shown).Select(v => new Bar(evidence.NameOf(v), rank[v], Key: Evidence.KeyOf(v)))], Share: true)])
        { Question = "roles", Surprise = Math.Max(0, share - size), Wrong = "In a manufacturing company's mail it orders one of five pairs of superior and subordinate wrongly; where there is no hierarchy it shows who is sought, nothing more." };
    }
}
