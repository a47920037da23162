using System.Collections.Immutable;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Languages;

namespace MetaLens.Reports;

/// <summary>The pictures of what would help.</summary>
static class AdviceCharts
{
    const int Shown = 10;

    public static ImmutableArray<Chart> Of(ImmutableArray<ProtectionAdvice> advice, Language language)
    {
        if (advice.IsEmpty) return [];
        var best = advice.MaxBy(a => a.ExposureNow - a.ExposureThen)!;
        return
        [
            new SlopeChart("slopes", language["help.slopes.title"],
                language.Say("help.slopes.description", ("protections", advice.Length), ("name", best.Name), ("now", best.ExposureNow), ("then", best.ExposureThen)),
                language["help.slopes.now"], language["help.slopes.then"], [.. advice.Take(Shown).Select(a => new Slope(a.Name, a.ExposureNow, a.ExposureThen, Cost(a, language), a == best))])
            { Language = language },
            new ParetoChart("frontier", language["help.frontier.title"], language["help.frontier.description"],
                language["help.frontier.x"], language["help.frontier.y"], [.. advice.Select(a => new Dot(a.Name, a.DelaySeconds, a.ExposureThen, a.OnFrontier))])
            { Language = language },
        ];
    }

    /// <summary>"adds 30 s and 40 % more bytes", "costs nothing".</summary>
    public static string Cost(ProtectionAdvice advice, Language language) => (advice.DelaySeconds, advice.ExtraBytesShare) switch
    {
        (0, 0) => language["cost.nothing"],
        (0, _) => language.Say("cost.bytes", ("bytes", advice.ExtraBytesShare)),
        (_, 0) => language.Say("cost.delay", ("delay", Duration(advice.DelaySeconds, language))),
        _ => language.Say("cost.both", ("delay", Duration(advice.DelaySeconds, language)), ("bytes", advice.ExtraBytesShare)),
    };

    static string Duration(double seconds, Language language) => seconds switch
    {
        < 120 => language.Say("duration.seconds", ("number", seconds)),
        < 7200 => language.Say("duration.minutes", ("number", seconds / 60)),
        < 172_800 => language.Say("duration.hours", ("number", seconds / 3600)),
        _ => language.Say("duration.days", ("number", seconds / 86_400)),
    };
}
