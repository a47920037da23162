using NodaTime;

namespace MetaLens.Lenses.Protections;

/// <summary>Keeps times only to the start of a step (an hour, a day), as a server that logs coarsely does. Costs nothing to users.</summary>
/// <param name="Step">1 ms … 366 days.</param>
public sealed record RoundTime(Duration Step) : Protection
{
    /// <summary>Step, 1 ms … 366 days.</summary>
    public Duration Step { get; } = Step >= Duration.FromMilliseconds(1) && Step <= Duration.FromDays(366)
        ? Step : throw new ArgumentOutOfRangeException(nameof(Step), Step, "A step is 1 ms … 366 days.");

    internal override void Apply(ObservationDraft draft, Random random)
    {
        var step = (long)Step.TotalMilliseconds;
        if (step == 1) return;
        draft.Columns = draft.Columns with { SentAt = Array.ConvertAll(draft.Columns.SentAt, t => t - Mod(t, step)) };
    }

    static long Mod(long t, long step) => ((t % step) + step) % step;
}
