using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Hierarchy;

/// <summary><see cref="LeadershipScores"/> and <see cref="LikelyManagers"/> as a table.</summary>
sealed class LeadershipAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "leadership",
        "Who leads, by several scores kept apart, and everybody's likely manager.",
        "Scores: weighted PageRank and reverse PageRank (d = 0.85), messages received and sent, in-, out- and undirected degree, betweenness (from at most 1,000 starts), core number. Likely manager: the maximum spanning "
        + "arborescence on s(m → e) = messages between them if m's score (--by) is higher than e's. No score is best everywhere: on a manufacturing company's mail weighted PageRank orders 79.6 % of superior–subordinate pairs rightly "
        + "and undirected degree 66.5 %; elsewhere it has been the other way round.",
        "As each score; likely_manager is a name, null for the top.",
        "Empty log, hidden senders or recipients: no rows.",
        "O(starts · ties).",
        "Agarwal, Omuya, Harnly, Rambow, ACL 2012 (aclanthology.org/P12-2032); Nurek, Michalski, Appl. Sci. 10 (2020) 1699, doi 10.3390/app10051699; Edmonds, J. Res. NBS 71B (1967) 233, doi 10.6028/jres.071B.032.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [new("by", "pagerank", "the score that decides who may manage whom, and the order of the rows")];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "who"), new("pagerank", "above 0, all together 1"), new("reverse_pagerank", "above 0, all together 1"), new("messages_in", "deliveries received"), new("messages_out", "deliveries sent"),
        new("in_degree", "distinct senders"), new("out_degree", "distinct recipients"), new("degree", "contacts"), new("betweenness", "0 … 1"), new("core", "core number"),
        new("likely_manager", "a contact with a higher score, null for nobody"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        var graph = GraphBuilder.Directed(seen.Restrict(ObservationWindow.Communication));
        var scores = LeadershipScores.Of(graph, arguments.Seed, stop);
        var by = scores[arguments.OneOf("by", scores.Names.AsSpan())];
        var managers = LikelyManagers.Of(graph, by);
        var rows = ActorRows.Of(seen, graph, by, v => [.. scores.Values.Select(values => (object?)values[v]), managers[v] < 0 ? null : seen.NameOf(new PartyId(managers[v]))]);
        return new AnalysisTable(rows, [ActorRows.Note(rows, graph)]);
    }
}
