using System.Collections.Immutable;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports;

/// <summary>The pictures of what would help.</summary>
static class AdviceCharts
{
    const int Shown = 10;

    public static ImmutableArray<Chart> Of(ImmutableArray<ProtectionAdvice> advice)
    {
        if (advice.IsEmpty) return [];
        var best = advice.MaxBy(a => a.ExposureNow - a.ExposureThen)!;
        return
        [
            new SlopeChart("slopes", "Exposure now, and with each protection",
                $"Mean exposure over the questions, now and with each of {advice.Length} protections. The largest step down is {best.Name}, from {Figures.Percent(best.ExposureNow)} to {Figures.Percent(best.ExposureThen)}.",
                "now", "then", [.. advice.Take(Shown).Select(a => new Slope(a.Name, a.ExposureNow, a.ExposureThen, Cost(a), a == best))]),
            new ParetoChart("frontier", "What is left, against what it costs",
                "Mean exposure left against the delay a protection adds. Filled dots: nothing takes away as much for less.",
                "seconds of delay a message", "exposure left", [.. advice.Select(a => new Dot(a.Name, a.DelaySeconds, a.ExposureThen, a.OnFrontier))]),
        ];
    }

    /// <summary>"adds 30 s and 40 % more bytes", "costs nothing".</summary>
    public static string Cost(ProtectionAdvice advice) => (advice.DelaySeconds, advice.ExtraBytesShare) switch
    {
        (0, 0) => "costs nothing",
        (0, _) => $"adds {Figures.Percent(advice.ExtraBytesShare)} more bytes",
        (_, 0) => $"adds {Duration(advice.DelaySeconds)}",
        _ => $"adds {Duration(advice.DelaySeconds)} and {Figures.Percent(advice.ExtraBytesShare)} more bytes",
    };

    static string Duration(double seconds) => seconds switch
    {
        < 120 => $"{Figures.Number(seconds)} s",
        < 7200 => $"{Figures.Number(seconds / 60)} min",
        < 172_800 => $"{Figures.Number(seconds / 3600)} h",
        _ => $"{Figures.Number(seconds / 86_400)} days",
    };
}
