using NodaTime;

namespace MetaLens.Reports.Charts;

/// <summary>Something that happened on a day.</summary>
/// <param name="Day">When.</param>
/// <param name="Label">What the records show of it.</param>
/// <param name="Key">See <see cref="Bar"/>.</param>
public sealed record TimelineEvent(LocalDate Day, string Label, string? Key = null);
