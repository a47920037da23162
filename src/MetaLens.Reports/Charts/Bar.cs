namespace MetaLens.Reports.Charts;

/// <summary>One bar.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">Its length, not negative.</param>
/// <param name="Part">How much of <paramref name="Value"/> is the first of two parts; null for an undivided bar.</param>
/// <param name="Low">Lower end of an interval, if there is one.</param>
/// <param name="High">Upper end of an interval, if there is one.</param>
/// <param name="Key">What else in the page is about the same thing carries the same key; null for nothing.</param>
/// <param name="Emphasis">Drawn in the accent.</param>
/// <param name="OtherKey">The key of the second person of a bar about two; null for one.</param>
public sealed record Bar(string Label, double Value, double? Part = null, double? Low = null, double? High = null, string? Key = null, bool Emphasis = false, string? OtherKey = null);
