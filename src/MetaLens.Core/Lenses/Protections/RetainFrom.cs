using NodaTime;

namespace MetaLens.Lenses.Protections;

/// <summary>Nothing is kept until an order says so: the observer has what is sent from that instant on.</summary>
/// <param name="Start">First instant seen, 1970-01-01 … 9999-12-31, whole milliseconds.</param>
public sealed record RetainFrom(Instant Start) : Protection
{
    /// <summary>First instant seen.</summary>
    public Instant Start { get; } = Start >= NodaConstants.UnixEpoch && Start < Instant.FromUtc(9999, 12, 31, 0, 0) && Start.ToUnixTimeTicks() % NodaConstants.TicksPerMillisecond == 0
        ? Start : throw new ArgumentOutOfRangeException(nameof(Start), Start, "Start is 1970-01-01 … 9999-12-31, in whole milliseconds.");

    internal override Station Station => Station.Choice;

    internal override void Apply(ObservationDraft draft, Random random)
    {
        var (times, start) = (draft.Columns.SentAt, Start.ToUnixTimeMilliseconds());
        draft.KeepWhere(i => times[i] >= start);
    }
}
