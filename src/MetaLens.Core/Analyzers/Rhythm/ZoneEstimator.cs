using MetaLens.Analyzers.Calendars;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Analyzers.Rhythm;

/// <summary>
/// Finds the UTC offset from hours of activity alone. People of one zone sleep at about the same time, and offices work at about the same time; where mankind lives does the rest.
/// </summary>
/// <remarks>
/// Population: its anchor is the middle of its six quietest hours, taken to be 04:30 local time (mid-sleep on free days is 04:14 on average: Roenneberg et al., Current Biology 22:939 (2012),
/// doi 10.1016/j.cub.2012.03.038); where the quietest 48 h of the week hold under 12 % of the activity (an office), the circular mean of activity, taken to be noon. The anchor's error is normal, with the bootstrap's
/// deviation over days and 1.5 h for the difference between populations (two mail logs and two phone logs of known hours lie −1.5 … +0.5 h from their anchors; a margin is added for later ones). Prior: inhabitants
/// of each offset at that date. Person: the population's profile, turned by the difference of offsets, is the expectation of its active half-hours, each of which counts as a fifth of an independent one;
/// prior: nine in ten live where the population does, the rest where mankind does. Crowds placed by their profile: La Morgia et al., ICDCS 2018, doi 10.1109/ICDCS.2018.00054.
/// </remarks>
public static class ZoneEstimator
{
    const double MidQuietHour = 4.5, OfficeNoon = 12, OfficeShare = 0.12;
    const double PopulationDeviationHours = 1.5;
    const double ShareAtHome = 0.9, IndependenceOfBins = 0.2;
    const int LeastDays = 3, LeastBins = 24, Draws = 200;

    /// <summary>
    /// The offset of everybody together. Null when times are not true instants, or activity covers fewer than 3 days or 24 half-hours. O(rows + draws · days).
    /// </summary>
    /// <param name="seen">The observation.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static ZoneEstimate? OfPopulation(Observation seen, int seed)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return seen.KnowsInstants && seen.Count > 0 ? OfPopulation(ActivityDays.OfPopulation(seen, LocalClock.For(seen, DateTimeZone.Utc)), OffsetsOf(seen), seed) : null;
    }

    /// <summary>The offsets in use in the middle of the log's span.</summary>
    internal static IReadOnlyList<InhabitedOffset> OffsetsOf(Observation seen) => InhabitedZones.OffsetsAt(Instant.FromUnixTimeMilliseconds(seen.SeenAt[0] + (seen.SeenAt[^1] - seen.SeenAt[0]) / 2));

    internal static ZoneEstimate? OfPopulation(ActivityDays inUtc, IReadOnlyList<InhabitedOffset> offsets, int seed)
    {
        if (inUtc.Day.Count < LeastDays || inUtc.ActiveBins < LeastBins) return null;
        var isOffice = QuietestTwoDays(inUtc.Week()) < OfficeShare && inUtc.Day[^1] - inUtc.Day[0] >= 14;
        var anchor = Anchor(inUtc.Profile());
        var random = new Random(seed);
        var spread = 0.0;
        for (var i = 0; i < Draws; i++) spread += Math.Pow(CircularHours.Difference(Anchor(inUtc.ResampledProfile(random)), anchor), 2);
        var variance = PopulationDeviationHours * PopulationDeviationHours + spread / Draws;
        var posterior = offsets
            .Select(o => (o, Math.Log(o.Millions) - Math.Pow(CircularHours.Difference(anchor + o.Hours, isOffice ? OfficeNoon : MidQuietHour), 2) / (2 * variance)))
            .ToArray();
        return Summarize(posterior);

        double Anchor(double[] profile) => isOffice ? CircularHours.Mean(profile).MeanHour : QuietWindowFinder.Quietest(profile).Start + QuietWindowFinder.Hours / 2.0;
    }

    internal static ZoneEstimate? OfParty(ActivityDays inUtc, ReadOnlySpan<double> population, ZoneEstimate home, IReadOnlyList<InhabitedOffset> offsets)
    {
        if (inUtc.ActiveBins == 0) return null;
        var all = 0.0;
        foreach (var p in population) all += p;
        var logExpected = new double[ActivityDays.Bins];
        for (var b = 0; b < logExpected.Length; b++) logExpected[b] = Math.Log(0.95 * population[b] / all + 0.05 / ActivityDays.Bins);
        var active = inUtc.Profile();
        var inhabitants = offsets.Sum(o => o.Millions);
        return Widen(Summarize([.. offsets.Select(o =>
        {
            // A clock an hour further east does everything an hour earlier by UTC.
            var shift = (int)Math.Round((o.Hours - home.OffsetHours) * 2);
            var logLikelihood = 0.0;
            for (var b = 0; b < active.Length; b++)
                if (active[b] > 0) logLikelihood += active[b] * logExpected[((b + shift) % ActivityDays.Bins + ActivityDays.Bins) % ActivityDays.Bins];
            var prior = (1 - ShareAtHome) * o.Millions / inhabitants + (o.Hours == home.OffsetHours ? ShareAtHome : 0);
            return (o, Math.Log(prior) + IndependenceOfBins * logLikelihood);
        })]), home);
    }

    // What is not known of the population is not known of its members either.
    static ZoneEstimate Widen(ZoneEstimate person, ZoneEstimate home) => person with
    {
        LowHours = person.LowHours + home.LowHours - home.OffsetHours,
        HighHours = person.HighHours + home.HighHours - home.OffsetHours,
        ProbabilityWithinOneHour = person.ProbabilityWithinOneHour * home.ProbabilityWithinOneHour,
    };

    static ZoneEstimate Summarize((InhabitedOffset Offset, double LogWeight)[] posterior)
    {
        var top = posterior.Max(p => p.LogWeight);
        var ranked = posterior.Select(p => (p.Offset, Weight: Math.Exp(p.LogWeight - top))).OrderByDescending(p => p.Weight).ThenBy(p => p.Offset.Hours).ToArray();
        var sum = ranked.Sum(w => w.Weight);
        var best = ranked[0].Offset;
        double low = best.Hours, high = best.Hours, covered = 0;
        foreach (var (offset, weight) in ranked)
        {
            var unrolled = best.Hours + CircularHours.Difference(offset.Hours, best.Hours);
            low = Math.Min(low, unrolled);
            high = Math.Max(high, unrolled);
            if ((covered += weight / sum) >= 0.95) break;
        }
        var near = ranked.Where(w => Math.Abs(CircularHours.Difference(w.Offset.Hours, best.Hours)) <= 1).Sum(w => w.Weight);
        return new ZoneEstimate(best.Hours, low, high, near / sum, best.Places);
    }

    static double QuietestTwoDays(double[] week)
    {
        double all = week.Sum(), least = all;
        for (var start = 0; start < week.Length; start++)
        {
            var inside = 0.0;
            for (var k = 0; k < 48; k++) inside += week[(start + k) % week.Length];
            least = Math.Min(least, inside);
        }
        return least / all;
    }
}
