using MetaLens.Messages;
using NodaTime;

namespace MetaLens.Lenses.Protections;

/// <summary>
/// Holds every message for an exponentially distributed time of its own, as a stop-and-go mix does. Source: Danezis, "The traffic analysis of continuous-time mixes" (PET 2004),
/// doi:10.1007/11423409_3; Piotrowska et al., "The Loopix anonymity system" (USENIX Security 2017).
/// </summary>
/// <param name="Mean">Mean delay, 1 ms … 7 d.</param>
public sealed record RandomDelay(Duration Mean) : Protection, ITransit
{
    /// <summary>Mean delay, 1 ms … 7 d.</summary>
    public Duration Mean { get; } = Allowed.Time(Mean, Duration.FromMilliseconds(1), Duration.FromDays(7));

    internal override Station Station => Station.Transit;

    /// <summary>The mean delay.</summary>
    public override ProtectionCost Cost(MessageLog log) => new(Mean, 0, 0);

    internal override void Apply(ObservationDraft draft, Random random) => draft.HoldUp(this, ((ITransit)this).Move(draft.Columns.SentAt, random));

    long[] ITransit.Move(long[] times, Random random) => Array.ConvertAll(times, t => t + Allowed.Exponential(Mean, random));
}
