using NodaTime;

namespace MetaLens.Lenses.Protections;

/// <summary>Keeps times only to the start of a step (an hour, a day; counted from the Unix epoch), as a server that logs coarsely does. Costs nothing to users.</summary>
/// <param name="Step">Length of a step, 1 ms … 366 d.</param>
public sealed record RoundTime(Duration Step) : Protection
{
    /// <summary>Length of a step, 1 ms … 366 d.</summary>
    public Duration Step { get; } = Allowed.Time(Step, Duration.FromMilliseconds(1), Duration.FromDays(366));

    internal override Station Station => Station.Clock;

    internal override void Apply(ObservationDraft draft, Random random)
    {
        var step = (long)Step.TotalMilliseconds;
        if (step == 1) return;
        draft.Columns = draft.Columns with { SentAt = Array.ConvertAll(draft.Columns.SentAt, t => t - ((t % step) + step) % step) };
    }
}
