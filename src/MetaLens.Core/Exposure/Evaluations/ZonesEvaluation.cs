using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Rhythm;
using NodaTime;

namespace MetaLens.Exposure.Evaluations;

/// <summary>Where on earth people are awake, against zones somebody knows.</summary>
/// <param name="id">Id on the command line: rhythm and zones ask the same.</param>
public sealed class ZonesEvaluation(string id) : IEvaluation
{
    const double ToleranceHours = 1, ChanceOfOffset = 3.0 / 24;

    /// <inheritdoc/>
    public EvaluationCard Card { get; } = new(id, "Share of people whose UTC offset is estimated within an hour (circular) of their zone's in the middle of the log. Also the offset of everybody together.", ["actor", "timezone"]);

    /// <inheritdoc/>
    public Evaluation Evaluate(LabelledView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        var talk = view.View.Talk;
        if (!talk.KnowsInstants || talk.Count == 0) throw new ArgumentException("zones: found times that are no true instants; expected times with a zone. Mend: name it with --timezone.");
        var middle = Instant.FromUnixTimeMilliseconds(talk.SeenAt[0] + ((talk.SeenAt[^1] - talk.SeenAt[0]) / 2));
        var people = view.Named(1).Select(r => (Party: r.Parties[0], Offset: Zone(view, r.Row).GetUtcOffset(middle).Seconds / 3600.0)).DistinctBy(p => p.Party).ToArray();
        var estimates = WakingTable.OfParties(talk, LocalClock.For(talk, DateTimeZone.Utc), 1, view.Seed, stop: stop).ToDictionary(w => w.Party!.Value);
        var population = ZoneEstimator.OfPopulation(talk, view.Seed)?.OffsetHours ?? double.NaN;
        double[] error = [.. people.Select(p => Apart(estimates.GetValueOrDefault(p.Party)?.Zone?.OffsetHours ?? population, p.Offset))];
        double[] hits = Array.ConvertAll(error, e => e <= ToleranceHours ? 1.0 : 0);
        var active = people.Select((p, i) => (Hit: hits[i], Messages: estimates.GetValueOrDefault(p.Party)?.Messages ?? 0)).Where(p => p.Messages >= 50).ToArray();
        return new Evaluation(MetricEstimate.Of("offset_within_1h", new MeanMeasurement(hits, [.. hits.Select(_ => ChanceOfOffset)]), view.Seed),
        [
            new("population_offset_hours", population), new("offset_within_1h_of_50_messages_or_more", active.Length == 0 ? double.NaN : active.Average(a => a.Hit)), new("people_of_50_messages_or_more", active.Length),
            new("population_answer_for_all", people.Average(p => Apart(population, p.Offset) <= ToleranceHours ? 1.0 : 0)), new("mean_error_hours", error.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average()),
        ]);
    }

    static DateTimeZone Zone(LabelledView view, LabelRow row) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(row.Values[1])
        ?? throw new FormatException($"{view.Labels.File}:{row.Line}: found timezone '{row.Values[1]}'; expected a name of the tz database such as Europe/Berlin.");

    static double Apart(double a, double b) => Math.Abs(a - b) % 24 is var apart && apart > 12 ? 24 - apart : apart;
}
