using System.Collections.Immutable;
using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Exposure;

/// <summary>Ranks protections by how much exposure they remove for what they cost.</summary>
public static class ProtectionAdviser
{
    /// <summary>What is tried: each protection alone, and the combinations that cover for each other's gaps.</summary>
    public static ImmutableArray<(string Text, string Name)> Candidates { get; } =
    [
        ("receipts=off", "no receipts"),
        ("hide=sender", "hide the sender"),
        ("hide=sender,receipts=off", "hide the sender, no receipts"),
        ("round=1d", "keep times to the day"),
        ("delay=10m", "delay each message by ten minutes on average"),
        ("cover=1/h", "a dummy message an hour from everybody"),
        ("pad=padme", "pad sizes (Padmé)"),
        ("rotate=1d", "new identifiers every day"),
        ("retain=7d", "keep records for a week"),
        ("hide=sender,receipts=off,delay=10m", "hide the sender, no receipts, ten minutes' delay"),
        ("hide=sender,receipts=off,delay=10m,cover=1/h", "hide the sender, no receipts, ten minutes' delay, dummies"),
        ("hide=sender,receipts=off,round=1d,rotate=1d", "hide the sender, no receipts, times to the day, new identifiers every day"),
    ];

    /// <summary>Tries every candidate behind one observer.</summary>
    /// <param name="log">The truth.</param>
    /// <param name="observer">The lens that the protections are added to.</param>
    /// <param name="seed">Seed of everything random.</param>
    /// <param name="progress">Told the share done, 0 … 1.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The mean exposure without protections, and the advice, the most removed first.</returns>
    public static (double MeanNow, ImmutableArray<Advice> Advice) Advise(MessageLog log, Lens observer, int seed = 0, IProgress<double>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(observer);
        var lenses = Candidates.Select(c => observer.With(LensText.Parse(c.Text).Protections)).ToList();
        var matrix = ExposureAnalysis.Measure(log, [observer, .. lenses], seed, progress, stop);
        var (now, _, _) = Mean(matrix, observer.Id);
        var bytes = 0L;
        foreach (var size in log.Size) bytes += Math.Max(0, size);
        var tried = Candidates.Select((candidate, i) =>
        {
            var (mean, low, high) = Mean(matrix, lenses[i].Id);
            var cost = LensText.Parse(candidate.Text).Protections.Aggregate(ProtectionCost.None, (sum, p) => sum.Plus(p.Cost(log)));
            var share = bytes > 0 ? cost.ExtraBytes / bytes : log.Count > 0 ? cost.ExtraMessages / log.Count : 0;
            return new Advice(candidate.Text, candidate.Name, lenses[i], mean, low, high, now - mean, cost, share, false, [.. matrix.Cells.Where(c => c.Lens == lenses[i].Id)]);
        }).ToList();
        return (now, [.. tried.Select(a => a with { OnFrontier = !tried.Any(b => Beats(b, a)) }).OrderByDescending(a => a.Removed).ThenBy(a => a.Cost.MeanDelay).ThenBy(a => a.Text, StringComparer.Ordinal)]);
    }

    static bool Beats(Advice b, Advice a) =>
        b.Removed >= a.Removed && b.Cost.MeanDelay <= a.Cost.MeanDelay && b.ExtraBytesShare <= a.ExtraBytesShare
        && (b.Removed > a.Removed || b.Cost.MeanDelay < a.Cost.MeanDelay || b.ExtraBytesShare < a.ExtraBytesShare);

    static (double Mean, double Low, double High) Mean(ExposureMatrix matrix, string lens)
    {
        var cells = matrix.Cells.Where(c => c.Lens == lens && c.Exposure is not null).ToList();
        if (cells.Count == 0) return (0, 0, 0);
        var mean = cells.Average(c => c.Exposure!.Value);
        double Reach(Func<ExposureCell, double> end) => Math.Sqrt(cells.Sum(c => Math.Pow(end(c) - c.Exposure!.Value, 2))) / cells.Count;
        return (mean, Math.Max(0, mean - Reach(c => c.Low!.Value)), Math.Min(1, mean + Reach(c => c.High!.Value)));
    }
}
