using MetaLens.Messages;
using NodaTime;

namespace MetaLens.Lenses.Protections;

/// <summary>
/// Sends messages on at full intervals only (counted from the Unix epoch), all that came in since together: a timed mix. Source: Serjantov, Dingledine, Syverson, "From a trickle to
/// a flood" (IH 2002), doi:10.1007/3-540-36415-3_3.
/// </summary>
/// <param name="Interval">Time between two departures, 1 ms … 30 d.</param>
public sealed record BatchByTime(Duration Interval) : Protection, ITransit
{
    /// <summary>Time between two departures, 1 ms … 30 d.</summary>
    public Duration Interval { get; } = Allowed.Time(Interval, Duration.FromMilliseconds(1), Duration.FromDays(30));

    internal override Station Station => Station.Transit;

    /// <summary>The mean wait of this log's messages for their departure, exact.</summary>
    public override ProtectionCost Cost(MessageLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return new(Waiting.Mean(log.Columns.SentAt, Released(log.Columns.SentAt)), 0, 0);
    }

    internal override void Apply(ObservationDraft draft, Random random) => draft.HoldUp(this, Released(draft.Columns.SentAt));

    long[] ITransit.Move(long[] times, Random random) => Released(times);

    long[] Released(long[] times)
    {
        var interval = (long)Interval.TotalMilliseconds;
        return Array.ConvertAll(times, t => t + ((-t % interval) + interval) % interval);
    }
}
