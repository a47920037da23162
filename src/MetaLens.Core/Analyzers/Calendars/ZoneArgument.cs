using MetaLens.Analyzers.Rhythm;
using MetaLens.Lenses;
using NodaTime;
using NodaTime.Text;

namespace MetaLens.Analyzers.Calendars;

/// <summary>The parameter <c>--zone</c>: where the people of a log live, which decides what is day, night and weekend.</summary>
public static class ZoneArgument
{
    static readonly OffsetPattern Offsets = OffsetPattern.CreateWithInvariantCulture("+HH:mm");

    /// <summary>The parameter, for the list of an analysis.</summary>
    public static AnalysisParameter Parameter { get; } =
        new("zone", "estimate", "zone of the people: an IANA name (Europe/Lisbon), an offset (-07:00) or 'estimate' (from the population's own rhythm)");

    /// <summary>The clock of the zone given, or of the estimated offset. Where times are not true instants the zone plays no part.</summary>
    /// <exception cref="ArgumentException">Neither a zone, nor an offset, nor "estimate".</exception>
    public static LocalClock Clock(Observation seen, AnalysisArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(arguments);
        var text = arguments.Text(Parameter.Name);
        var zone = text == "estimate" ? Estimated(seen, arguments.Seed)
            : DateTimeZoneProviders.Tzdb.GetZoneOrNull(text)
            ?? (Offsets.Parse(text) is { Success: true } offset ? DateTimeZone.ForOffset(offset.Value) : null)
            ?? throw new ArgumentException($"--zone: found '{text}'; expected an IANA name such as Europe/Lisbon, an offset such as -07:00, or 'estimate'.");
        return LocalClock.For(seen, zone);
    }

    static DateTimeZone Estimated(Observation seen, int seed) =>
        ZoneEstimator.OfPopulation(seen, seed) is { } estimate ? DateTimeZone.ForOffset(Offset.FromSeconds((int)(estimate.OffsetHours * 3600))) : DateTimeZone.Utc;
}
