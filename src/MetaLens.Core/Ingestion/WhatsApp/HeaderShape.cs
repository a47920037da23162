namespace MetaLens.Ingestion.WhatsApp;

/// <summary>How the lines of one export begin. All of one file are alike, which tells a message from a line of text that happens to begin with a date.</summary>
/// <param name="Bracket">The time stands in square brackets (iOS).</param>
/// <param name="DateSeparator">Between day, month and year.</param>
/// <param name="YearFirst">The first number has four digits.</param>
/// <param name="TimeSeparator">Between hour and minute.</param>
/// <param name="HasSeconds">Whether there are seconds.</param>
readonly record struct HeaderShape(bool Bracket, char DateSeparator, bool YearFirst, char TimeSeparator, bool HasSeconds);
