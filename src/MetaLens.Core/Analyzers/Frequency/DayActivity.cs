namespace MetaLens.Analyzers.Frequency;

/// <summary>One day of a population.</summary>
/// <param name="Day">Days since 1970-01-01, local; for relative times, 24-hour blocks from the start.</param>
/// <param name="Messages">Messages of the day.</param>
/// <param name="ActiveSenders">Parties that sent a message that day.</param>
/// <param name="NewSenders">Parties that sent for the first time in the log.</param>
public readonly record struct DayActivity(int Day, int Messages, int ActiveSenders, int NewSenders);
