using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Hierarchy;

/// <summary><see cref="LeadershipScores"/> and <see cref="LikelyManagers"/> as a table.</summary>
sealed class LeadershipAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "leadership",
        "Who leads, by the likely organisation chart and by several scores kept apart, and everybody's likely manager.",
        "chart: organisation charts are drawn in proportion to how well they fit (ties between managers and reports, mailings to whole teams, who is addressed together, shared contacts), in four chains of which the last 80 "
        + "sweeps count; the value is the rank of ln(1 + number below) − number above/2, the likely manager the one in most charts. How much each trait tells was learned from invented organisations; on kinds left out it ordered 95 % of "
        + "superior–subordinate pairs rightly (best of the other scores, chosen with the labels in view: 83 %) and named 72 % of managers (simple rules 44 %); on a manufacturing company's mail 75 % and 18 %. Other scores: weighted PageRank and reverse PageRank (d = 0.85), messages received and sent, in-, out- and undirected degree, betweenness (from at most 1,000 starts), core number. With --by one of them the likely manager is the maximum spanning "
        + "arborescence on s(m → e) = messages between them if m's score (--by) is higher than e's. No score is best everywhere: on a manufacturing company's mail weighted PageRank orders 79.6 % of superior–subordinate pairs rightly "
        + "and undirected degree 66.5 %; elsewhere it has been the other way round.",
        "As each score; likely_manager is a name, null for the top.",
        "Empty log, only messages to oneself, hidden senders or recipients: no rows. Beyond the 500 most active people: chart 0, likely manager null.",
        "O(starts · ties + people³). Memory O(people² + ties).",
        "Agarwal, Omuya, Harnly, Rambow, ACL 2012 (aclanthology.org/P12-2032); Nurek, Michalski, Appl. Sci. 10 (2020) 1699, doi 10.3390/app10051699; Edmonds, J. Res. NBS 71B (1967) 233, doi 10.6028/jres.071B.032.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [new("by", "chart", "the score that decides who may manage whom, and the order of the rows")];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "who"), new("chart", "0 … 1: standing in the likely organisation chart"), new("pagerank", "above 0, all together 1"), new("reverse_pagerank", "above 0, all together 1"), new("messages_in", "deliveries received"), new("messages_out", "deliveries sent"),
        new("in_degree", "distinct senders"), new("out_degree", "distinct recipients"), new("degree", "contacts"), new("betweenness", "0 … 1"), new("core", "core number"),
        new("likely_manager", "by the chart, or a contact with a higher score; null for nobody"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        var talk = seen.Restrict(ObservationWindow.Communication);
        var graph = GraphBuilder.Directed(talk);
        var scores = LeadershipScores.Of(graph, arguments.Seed, stop);
        var chart = OrganisationChart.Infer(talk, arguments.Seed, stop);
        var name = arguments.OneOf("by", ["chart", .. scores.Names]);
        var by = name == "chart" ? chart.Leadership : scores[name];
        var managers = name == "chart" ? chart.Manager : LikelyManagers.Of(graph, by);
        var rows = ActorRows.Of(seen, graph, by, v => [chart.Leadership[v], .. scores.Values.Select(values => (object?)values[v]), managers[v] < 0 ? null : seen.NameOf(new PartyId(managers[v]))]);
        return new AnalysisTable(rows, [ActorRows.Note(rows, graph)]);
    }
}
