namespace MetaLens.Analyzers.Sizes;

/// <summary>Messages of some sizes and what these sizes say.</summary>
/// <param name="Kind">What they are likely to be.</param>
/// <param name="LowestBytes">Smallest size.</param>
/// <param name="HighestBytes">Largest size; the same for a size that gives itself away.</param>
/// <param name="Messages">Messages, at least 1.</param>
/// <param name="Senders">Distinct visible senders.</param>
/// <param name="ShareAtOnce">Part sent within 10 s after a message of another arrived, 0 … 1.</param>
/// <param name="ShareAfterOther">Part that follow another's message in their thread within an hour, 0 … 1.</param>
/// <param name="Chance">Chance that so many messages have this one size by accident, corrected for all sizes looked at, 0 … 1; NaN for a range of sizes.</param>
/// <param name="Shown">The kind that the observer is shown for most of them; empty where it is shown none.</param>
/// <param name="ShareShown">Part of them shown as that, 0 … 1; NaN where none is shown.</param>
public sealed record SizeSign(SizeKind Kind, int LowestBytes, int HighestBytes, int Messages, int Senders, double ShareAtOnce, double ShareAfterOther, double Chance, string Shown, double ShareShown);
