using MetaLens.Lenses;

namespace MetaLens.Analyzers.Motifs;

/// <summary><see cref="MotifRoleCounter"/> as a table.</summary>
sealed class MotifRolesAnalysis : IAnalysis
{
    static readonly AnalysisParameter Delta = new("delta", "600s", "longest time from first to third delivery, such as 600s or 1h; the work grows with its square");

    public AnalysisCard Card { get; } = new(
        "motif-roles",
        "Which part each one plays when people communicate in threes: who begins, who is drawn in, who passes on, who broadcasts.",
        "Over all δ-temporal motifs of three deliveries (as in 'motifs', strict order): how often an actor is the first sender, the first recipient or the third party of motifs on one pair, on two pairs (stars) and on three (triangles); "
        + "broadcasts = motifs beginning with its deliveries to two others (01 02), relays = beginning with one to it and then one of it to a third (01 12), replies = beginning with one to it and its answer (01 10).",
        "Whole numbers.",
        "Empty log, one message, all at one instant, only messages to oneself, hidden ends: no rows. Nobody in a motif: no row.",
        "O(motifs), parallel over deliveries. Memory O(deliveries).",
        "Paranjape, Benson, Leskovec, WSDM 2017, doi 10.1145/3018661.3018731.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Delta];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "who"), new("motifs", "motifs it takes part in"), .. MotifRoles.Places.Select(p => new AnalysisColumn(p, "motifs in this part")),
        new("broadcasts", "to two others in a row"), new("relays", "received, then to a third"), new("replies", "received, then answered"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var roles = MotifRoleCounter.Of(seen, (long)arguments.Duration(Delta.Name).TotalMilliseconds, stop);
        var rows = Enumerable.Range(0, roles.Count).Where(p => roles[p].Counts.Any(n => n > 0)).OrderByDescending(p => roles[p].Counts.Sum())
            .Select(p => (object?[])[seen.NameOf(new PartyId(p)), roles[p].Counts.Sum(), .. roles[p].Counts.Select(n => (object?)n), roles[p].Broadcasts, roles[p].Relays, roles[p].Replies]).ToList();
        return new AnalysisTable(rows, [$"Motifs within {arguments.Text(Delta.Name)}."]);
    }
}
