using NodaTime;

namespace MetaLens.Lenses.Protections;

/// <summary>
/// Records are deleted after a while: only those of the last days before the end of the log are left. Also an order that began so long before the end: a pen register sees what is sent
/// while it runs (at most 60 days in the United States, 18 U.S.C. § 3123(c)).
/// </summary>
/// <param name="Period">How far back the records reach, 1 s … 36,525 d. A record exactly so old is gone.</param>
public sealed record RetainRecent(Duration Period) : Protection
{
    /// <summary>How far back the records reach, 1 s … 36,525 d.</summary>
    public Duration Period { get; } = Allowed.Time(Period, Duration.FromSeconds(1), Duration.FromDays(36525));

    internal override Station Station => Station.Choice;

    internal override void Apply(ObservationDraft draft, Random random)
    {
        if (draft.Count == 0) return;
        var times = draft.Columns.SentAt;
        var gone = times.Max() - (long)Period.TotalMilliseconds;
        draft.KeepWhere(i => times[i] > gone);
    }
}
