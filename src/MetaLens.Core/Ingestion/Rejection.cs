namespace MetaLens.Ingestion;

/// <summary>One record that was not taken.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Place">Where.</param>
/// <param name="Field">The field at fault, in the file's own words.</param>
/// <param name="Found">What was there; null unless <see cref="ReadOptions.ShowValues"/>.</param>
public sealed record Rejection(RejectReason Reason, Place Place, string Field, string? Found)
{
    /// <summary><c>file:line:column: field 'x': found …; expected …. Mend: …</c></summary>
    public override string ToString() =>
        $"{Place}: field '{Field}': found {Shown}; expected {Reason.Expected}. Mend: {Reason.Mend}.";

    string Shown => Reason == RejectReasons.Truncated ? "its end" : Found is null ? "a value not shown (--show-values shows it)" : $"'{Found}'";
}
