using NodaTime;

namespace MetaLens.Reports.Findings;

/// <summary>Something that happened on a day, as the records show it.</summary>
/// <param name="Day">First day of the new state, on the report's clock.</param>
/// <param name="When">The day as the page writes it.</param>
/// <param name="Label">What happened, in a few words that a timeline has room for.</param>
/// <param name="Detail">Before and after, with units.</param>
/// <param name="Before">Messages a day before; for hours that moved, the hour before.</param>
/// <param name="After">The same after.</param>
/// <param name="Key">The mark by which pictures know the person; null for none.</param>
public sealed record Moment(LocalDate Day, string When, string Label, string Detail, double Before, double After, string? Key);
