namespace MetaLens.Lenses;

/// <summary>One cell of the platform table: what one observer has of one field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Visibility">How much of it.</param>
/// <param name="Retention">For how long, in words.</param>
/// <param name="Confidence">What that rests on.</param>
/// <param name="Source">The source, or from what it is derived.</param>
/// <param name="Date">Date of the source as far as it is known (a year, a month or a day); empty where it has none.</param>
public sealed record VisibilityCell(MessageField Field, FieldVisibility Visibility, string Retention, Confidence Confidence, string Source, string Date)
{
    /// <summary>The letters of the table: visibility, then confidence in lower case unless it is sourced ("Y", "Td", "Pm").</summary>
    public string Code => $"{"YCTIPN?-"[(int)Visibility]}{Confidence switch { Confidence.Sourced => "", Confidence.Derived => "d", _ => "m" }}";
}
