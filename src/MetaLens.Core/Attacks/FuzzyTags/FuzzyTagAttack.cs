using MetaLens.Analyzers;
using MetaLens.Lenses;

namespace MetaLens.Attacks.FuzzyTags;

/// <summary><see cref="FuzzyTagTest"/> on a simulated <see cref="FuzzyTagServer"/>, as the command line sees it.</summary>
public sealed class FuzzyTagAttack : IAnalysis
{
    /// <inheritdoc/>
    public AnalysisCard Card { get; } = new(
        "fuzzy-tags", "Names the links that a server relearns although every message carries a fuzzy tag that matches many.",
        "As if receivers were hidden behind tags that always match the receiver and match others with rates 2^−1 … 2^−7, drawn evenly over receivers: a link where P[Binomial(sent, rate) ≥ matching] is below --threshold.",
        "score: −log10 of that probability.",
        "Rows without both ends do not count; none: no guesses.",
        "O(messages · receivers).",
        "Seres, Pejó and Burcsi (2022), doi:10.48550/arXiv.2109.06576");

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisParameter> Parameters { get; } =
        [new("rows", "20000", "the first so many rows, 1 … 10000000"), new("threshold", "1e-4", "largest chance of a link, 1e-12 … 1"), new("top", "10", "guesses per sender, 1 … 1000")];

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisColumn> Columns => AttackCatalog.GuessColumns;

    /// <inheritdoc/>
    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(arguments);
        var (threshold, top) = (arguments.Number("threshold", 1e-12, 1), arguments.Whole("top", 1, 1000));
        var server = new FuzzyTagServer(seen, arguments.Whole("rows", 1, 10_000_000), arguments.Seed);
        var found = server.Tests(stop).Where(t => t.Chance < threshold).ToList();
        var right = found.Count(t => server.IsLink(t.Sender, t.Receiver));
        return new AnalysisTable(
            [.. found.GroupBy(t => t.Sender).SelectMany(s => GuessRows.Best(seen, s.Key, s.Select(t => (t.Receiver, -Math.Log10(Math.Max(t.Chance, 1e-300)))), top))],
            [FormattableString.Invariant($"{right} of {server.LinkCount} links relearned, {found.Count - right} false ones claimed; rates 2^-1 … 2^-7, evenly over receivers.")]);
    }
}
