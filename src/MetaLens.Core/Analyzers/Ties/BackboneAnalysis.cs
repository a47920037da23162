using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Ties;

/// <summary>Significant ties as a table.</summary>
sealed class BackboneAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "backbone",
        "The ties that are more than chance, the least likely to be chance first.",
        "disparity: p = (1 − w/s)^(k − 1), the smaller of both ends', directions ignored; hypergeometric: p = P[H ≥ w] when all messages are dealt out at random with everybody's sent and received totals kept (directed ties); activity: "
        + "time in τ intervals of --interval, p = P[Binomial(τ, a_i a_j) ≥ m], m the intervals with contact, a the activities under which everybody's expected contacts are those observed. Corrected for the number of ties by "
        + "Bonferroni or by Benjamini–Hochberg; rows are the ties with a corrected value of at most --alpha.",
        "p-values 0 … 1. messages: deliveries, for activity the intervals with contact.",
        "Empty log, only messages to oneself, hidden senders or recipients: no rows. The only tie of an actor cannot be significant from that end (disparity), so one message and few at one instant leave none.",
        "disparity O(ties); hypergeometric O(messages); activity O(ties + actors · 100) a round of the fit, unless many are active in most intervals. Memory O(deliveries + ties).",
        "Serrano, Boguñá, Vespignani, PNAS 106 (2009) 6483, doi 10.1073/pnas.0808904106; Tumminello et al., PLoS ONE 6 (2011) e17994, doi 10.1371/journal.pone.0017994; Kobayashi, Takaguchi, Barrat, Nat. Commun. 10 (2019) 220, "
        + "doi 10.1038/s41467-018-08160-3; Benjamini, Hochberg, J. R. Stat. Soc. B 57 (1995) 289, doi 10.1111/j.2517-6161.1995.tb02031.x.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } =
    [
        new("null", "disparity", "what chance is: disparity, hypergeometric or activity"), new("alpha", "0.01", "largest corrected p-value kept, 0 … 1"),
        new("correction", "bh", "bonferroni, bh (Benjamini–Hochberg) or none"), new("interval", "1h", "length of an interval for activity, such as 20m, 1h, 1d"),
    ];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor_a", "one end; the sender for hypergeometric"), new("actor_b", "the other end"), new("messages", "deliveries, for activity intervals with contact"),
        new("p_value", "0 … 1"), new("p_bonferroni", "0 … 1"), new("p_bh", "0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        var visible = seen.Restrict(ObservationWindow.Communication);
        var found = arguments.OneOf("null", "disparity", "hypergeometric", "activity") switch
        {
            "disparity" => Backbone.Disparity(GraphBuilder.Undirected(visible)),
            "hypergeometric" => Backbone.Hypergeometric(GraphBuilder.Directed(visible)),
            _ => ActivityBackbone.Of(visible, arguments.Duration("interval"), stop).Ties,
        };
        var corrected = arguments.OneOf("correction", "bonferroni", "bh", "none") switch
        {
            "bonferroni" => found.Bonferroni,
            "bh" => found.BenjaminiHochberg,
            _ => found.PValue,
        };
        var alpha = arguments.Number("alpha", 0, 1);
        var rows = Enumerable.Range(0, found.Ties.Length).Where(t => corrected[t] <= alpha)
            .OrderBy(t => found.PValue[t]).ThenByDescending(t => found.Ties[t].Messages)
            .Select(t => (object?[])[seen.NameOf(new PartyId(found.Ties[t].A)), seen.NameOf(new PartyId(found.Ties[t].B)), found.Ties[t].Messages,
                found.PValue[t], found.Bonferroni[t], found.BenjaminiHochberg[t]]).ToList();
        return new AnalysisTable(rows, [$"{rows.Count} of {found.Ties.Length} ties kept."]);
    }
}
