namespace MetaLens.Ingestion;

/// <summary>Why a record could not be taken. All of them stand in <see cref="RejectReasons"/>.</summary>
/// <param name="Id">Short name in kebab-case, as in <c>inspect --json</c>.</param>
/// <param name="Expected">What was expected instead.</param>
/// <param name="Mend">What the user can do.</param>
public sealed record RejectReason(string Id, string Expected, string Mend);
