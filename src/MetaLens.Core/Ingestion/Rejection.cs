namespace MetaLens.Ingestion;

/// <summary>One record that was not taken.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Place">Where.</param>
/// <param name="Field">The field at fault, in the file's own words.</param>
/// <param name="Found">What was there; empty when that is nothing, null when it is not shown (<see cref="ReadOptions.ShowValues"/>).</param>
/// <param name="Mend">What the user can do, in a file of this format.</param>
public sealed record Rejection(RejectReason Reason, Place Place, string Field, string? Found, string Mend)
{
    /// <summary><c>file:line:column: field 'x': found …; expected …. Mend: …</c></summary>
    public override string ToString() =>
        $"{Place}: field '{Field}': found {Shown}; expected {Reason.Expected}. Mend: {Mend}.";

    string Shown => Reason == RejectReasons.Truncated ? "its end"
        : Found is null ? "a value not shown (--show-values shows it)"
        : Found.Length > 0 ? $"'{Found}'" : Reason.IsOfNothing ? "nothing" : "something else";
}
