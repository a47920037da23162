using MetaLens.Graphs;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Publication;

namespace MetaLens.Reports.Findings;

/// <summary>Who leads: PageRank over who writes to whom. In firms it orders superior and subordinate rightly in about four of five pairs; among others it says who is sought, not who commands.</summary>
public static class LeadersFinding
{
    const int Shown = 12, FewestPeople = 20;

    /// <summary>The finding. O(ties) an iteration.</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "leaders";
        var language = evidence.Language;
        var heading = language["leaders.heading"];
        var graph = evidence.Directed;
        if (evidence.Owner is not null)
            return Finding.Unknown(Id, heading, language["leaders.unknown.own"], language["leaders.unknown.operator"]);
        var tied = Enumerable.Range(0, graph.NodeCount).Count(v => evidence.Undirected.Degree(v) > 0);
        if (tied < FewestPeople) return Finding.Unknown(Id, heading, language.Say("leaders.unknown.few", ("people", tied), ("fewest", FewestPeople)));
        var rank = PageRank.Of(graph);
        var order = Enumerable.Range(0, graph.NodeCount).OrderByDescending(v => rank[v]).ThenBy(v => v).ToArray();
        var top = order.Take(Math.Max(evidence.IsCoarse ? PublishedRecords.SmallestGroup : 1, tied / 100)).ToHashSet();
        long received = 0, all = 0;
        foreach (var tie in graph.Ties())
        {
            all += tie.Messages;
            if (top.Contains(tie.B)) received += tie.Messages;
        }
        var share = received / (double)all;
        var size = top.Count / (double)tied;
        return new Finding(Id, heading,
            language.Say("leaders.sentence", ("top", top.Count), ("people", tied), ("size", size), ("share", share), ("messages", all)),
            Certainty.ConsistentWith,
            [language["leaders.evidence"]],
            Finding.Named(("people_on_top", top.Count), ("people", tied), ("share_of_people_on_top", size), ("share_received_by_top", share), ("messages", all)),
            [new BarChart("leaders-picture", language["leaders.picture.title"], language.Say("leaders.picture.description", ("shown", Shown), ("name", evidence.NameOf(order[0])), ("highest", rank[order[0]]), ("mean", 1.0 / tied)),
                language.Say("leaders.picture.unit", ("mean", 1.0 / tied)), [.. order.Take(Shown).Select(v => new Bar(evidence.NameOf(v), rank[v], Key: Evidence.KeyOf(v)))], Share: true) { Language = language }])
        { Question = "roles", Surprise = Math.Max(0, share - size), Wrong = language["leaders.wrong"] };
    }
}
