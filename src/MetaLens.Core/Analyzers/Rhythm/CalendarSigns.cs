namespace MetaLens.Analyzers.Rhythm;

/// <summary>What the hours and days of activity tell of the calendar that people live by.</summary>
/// <param name="SummerShiftHours">Mean hour of activity in UTC in June–August less that in December–February, −12 … 12; about −1 where clocks go forward in a northern summer, +1 in a southern one; NaN without both.</param>
/// <param name="SummerShiftLow">Lower end of the 95 % interval.</param>
/// <param name="SummerShiftHigh">Upper end.</param>
/// <param name="FirstRestDay">First of the two adjacent weekdays with the least activity, 0 = Monday; null for a log shorter than two weeks.</param>
/// <param name="RestShare">Activity of those two days for each of theirs, over that of the other five, at least 0.</param>
/// <param name="RestCertainty">Share of the redrawn logs with the same two days, 0 … 1.</param>
public sealed record CalendarSigns(double SummerShiftHours, double SummerShiftLow, double SummerShiftHigh, int? FirstRestDay, double RestShare, double RestCertainty);
