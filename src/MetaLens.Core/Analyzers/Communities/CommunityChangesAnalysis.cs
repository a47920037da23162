using MetaLens.Graphs;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Analyzers.Communities;

/// <summary><see cref="CommunityChanges"/> as a table.</summary>
sealed class CommunityChangesAnalysis : IAnalysis
{
    static readonly AnalysisParameter Stretches = new("stretches", "2", "stretches of equal numbers of messages, 2 … 100");
    static readonly AnalysisParameter Draws = new("draws", "9", "redrawn logs, 1 … 1000; no p-value can be below 1/(draws + 1)");

    public AnalysisCard Card { get; } = new(
        "community-changes",
        "Whether the circles people move in last: communities of one stretch of time against the next, against chance, and against no change.",
        "The messages are cut into stretches of equal numbers; communities of each as in 'communities' (one search each, modularity). Agreement = adjusted mutual information over the parties that have a tie in both, rand = adjusted "
        + "Rand index. p_value: as high by dealing the later communities out at random (20 · --draws permutations), corrected over stretches by Benjamini–Hochberg in p_bh. unchanged: mean agreement when the messages of both stretches are "
        + "dealt into two at random, so that time plays no part; p_unchanged: chance of so little agreement then. Circles lasted where p_bh is small and p_unchanged is not.",
        "Agreement at most 1, 0 as chance has it; p-values above 0 … 1.",
        "Empty log, fewer messages than stretches: no rows. Fewer than two parties tied in both (hidden ends, only messages to oneself): agreement null, p_value 1. One community only in both: agreement 1 with p_value 1, as any deal is the same.",
        "O(stretches · draws · ties). Memory O(messages + ties).",
        "Vinh, Epps, Bailey, JMLR 11 (2010) 2837; reshuffled times: Holme, Saramäki, Physics Reports 519 (2012) 97, doi 10.1016/j.physrep.2012.03.001; Traag, Waltman, van Eck, Sci. Rep. 9 (2019) 5233, doi 10.1038/s41598-019-41695-z.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Stretches, Draws, WeightArgument.LogParameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("from", "first message of the earlier stretch"), new("change", "first message of the later stretch"), new("to", "last message of the later stretch"), new("parties", "parties with a tie in both"),
        new("communities_before", "of those parties"), new("communities_after", "of those parties"), new("agreement", "adjusted mutual information, at most 1"), new("rand", "adjusted Rand index, at most 1"),
        new("p_value", "by chance as high, above 0 … 1"), new("p_bh", "the same, corrected over stretches"), new("unchanged", "agreement if nothing had changed"), new("p_unchanged", "so low if nothing had changed, above 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var changes = CommunityChanges.Of(seen, arguments.Whole(Stretches.Name, 2, 100), WeightArgument.Of(arguments), arguments.Whole(Draws.Name, 1, 1000), arguments.Seed, stop);
        var corrected = FalseDiscovery.BenjaminiHochberg([.. changes.Select(c => c.PValue)]);
        var rows = changes.Select((c, k) => (object?[])[Instant.FromUnixTimeMilliseconds(c.From), Instant.FromUnixTimeMilliseconds(c.Change), Instant.FromUnixTimeMilliseconds(c.To), c.Parties, c.Before, c.After,
            AnalysisTable.Cell(c.Agreement), AnalysisTable.Cell(c.RandIndex), c.PValue, corrected[k], AnalysisTable.Cell(c.Unchanged), AnalysisTable.Cell(c.UnchangedPValue)]).ToList();
        return new AnalysisTable(rows, rows.Count == 0 ? ["Fewer messages than stretches."] : ["Agreement below 'unchanged' is change; agreement near 0 means that circles of the one say nothing of the other."]);
    }
}
