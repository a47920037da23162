namespace MetaLens.Analyzers.WeekMatrices;

/// <summary>A cell above 0 of a week matrix.</summary>
/// <param name="Year">Year of the ISO week.</param>
/// <param name="Week">ISO week, 1 … 53.</param>
/// <param name="Channel">What is counted.</param>
/// <param name="Weekday">0 = Monday … 6 = Sunday.</param>
/// <param name="Section">Part of the day, from 0.</param>
/// <param name="Value">How much, above 0.</param>
public readonly record struct WeekCell(int Year, int Week, WeekChannel Channel, int Weekday, int Section, long Value);
