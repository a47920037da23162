using MetaLens.Analyzers.Frequency;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Anonymity;

/// <summary><see cref="MixEntropy"/> for usual mixes, as a table.</summary>
sealed class MixAnalysis : IAnalysis
{
    static readonly int[] Sizes = [10, 100, 1000];
    static readonly (string Text, double Milliseconds)[] Delays = [("1s", 1000), ("1m", 60_000), ("10m", 600_000), ("1h", 3_600_000), ("6h", 21_600_000)];

    public AnalysisCard Card { get; } = new(
        "mix",
        "Among how many recipients a message would hide if this traffic went through a mix.",
        "As if all deliveries went through one mix whose inputs and outputs are seen. batch: sent on when so many are held; p = share of the batch. poisson: each held for an exponential time; of the mass P still inside, held with q − 1 "
        + "others, P/q leaves with every output (--tracked deliveries, drawn at random). H = −Σ p log2 p over recipients; effective recipients 2^H. Medians over deliveries; the real traffic decides how many are held.",
        "Bits, 0 and up; recipients from 1 (found); shares 0 … 1.",
        "Empty log, no visible recipients: nulls and 0 deliveries. One message: 0 bits, as nobody else is in the mix. A message to oneself is a delivery.",
        "O(deliveries) a batch size, O(deliveries · log deliveries + tracked · outputs) a delay. Memory O(deliveries).",
        "Serjantov and Danezis (2002), doi:10.1007/3-540-36467-6_4; Ben Guirat, Gosain and Diaz (2021), doi:10.1145/3463676.3485613");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [new("tracked", "500", "deliveries followed through a Poisson mix, 1 … 100000")];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("mix", "batch or poisson"), new("setting", "deliveries a batch, or mean delay"), new("median_entropy_bits", "uncertainty about the recipient"), new("median_effective_recipients", "2^entropy"),
        new("share_below_one_bit", "deliveries that hide among fewer than two recipients, 0 … 1"), new("deliveries", "deliveries looked at"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        var tracked = arguments.Whole("tracked", 1, 100_000);
        seen = seen.Restrict(ObservationWindow.Communication);
        var rows = new List<object?[]>();
        foreach (var size in Sizes) Add("batch", FormattableString.Invariant($"{size}"), () => MixEntropy.Batch(seen, size));
        foreach (var (text, delay) in Delays) Add("poisson", text, () => MixEntropy.Poisson(seen, delay, tracked, arguments.Seed));
        return new AnalysisTable(rows, []);

        void Add(string mix, string setting, Func<double[]> measure)
        {
            stop.ThrowIfCancellationRequested();
            var entropies = measure();
            double? below = entropies.Length == 0 ? null : entropies.Count(h => h < 1) / (double)entropies.Length, median = entropies.Length == 0 ? null : InterEventTimes.MedianBySorting(entropies);
            rows.Add([mix, setting, median, median is { } h ? Math.Pow(2, h) : null, below, entropies.Length]);
        }
    }
}
