using MetaLens.Lenses;

namespace MetaLens.Exposure;

/// <summary>One protection tried against an attack.</summary>
/// <param name="Text">The protections as <c>--protect</c> takes them, added to the attack's setting.</param>
/// <param name="Score">What the attack still gets right.</param>
/// <param name="Outcome">Held against the attack without them.</param>
/// <param name="Cost">Delay, bytes and messages they add.</param>
/// <param name="ExtraBytesShare">Bytes added, as a share of the bytes sent; of messages added where no size is known.</param>
public sealed record Defence(string Text, MetricEstimate Score, DefenceOutcome Outcome, ProtectionCost Cost, double ExtraBytesShare)
{
    /// <summary>How far the score lies above guessing, as a share of how far it could, 0 … 1; 0 without a score.</summary>
    public double AboveChance => Above(Score);

    internal static double Above(MetricEstimate score) => score is { Value: { } value, Chance: { } chance } && chance < 1 ? Math.Clamp((value - chance) / (1 - chance), 0, 1) : 0;
}
