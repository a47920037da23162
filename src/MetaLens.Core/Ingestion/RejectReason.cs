namespace MetaLens.Ingestion;

/// <summary>Why a record could not be taken. All of them stand in <see cref="RejectReasons"/>.</summary>
/// <param name="Id">Short name in kebab-case, as in <c>inspect --json</c>.</param>
/// <param name="Expected">What was expected instead.</param>
/// <param name="Mend">What the user can do with a table, whose cells and columns are at hand.</param>
public sealed record RejectReason(string Id, string Expected, string Mend)
{
    /// <summary>What the user can do with the export of a service, which nobody fills in by hand; null = the same.</summary>
    public string? MendOfExport { get; init; }

    /// <summary>Whether it says that something is not there, so that there is nothing to show.</summary>
    public bool IsOfNothing => Id.EndsWith("-empty", StringComparison.Ordinal);
}
