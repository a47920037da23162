namespace MetaLens.Analyzers.Events;

/// <summary>A day on which everybody falls silent.</summary>
/// <param name="Day">Local day since 1970-01-01.</param>
/// <param name="Messages">Messages of the day.</param>
/// <param name="Usual">Median of the same weekday in the four weeks before and after.</param>
/// <param name="ActiveSenders">Parties that sent that day.</param>
/// <param name="UsualSenders">Median of the same weekdays.</param>
/// <param name="PValue">Chance of so few messages, corrected for the number of days (Benjamini–Hochberg), 0 … 1.</param>
public sealed record Holiday(int Day, int Messages, double Usual, int ActiveSenders, double UsualSenders, double PValue);
