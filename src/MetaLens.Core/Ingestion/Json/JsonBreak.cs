namespace MetaLens.Ingestion.Json;

/// <summary>A JSON text that ends too early or stops being JSON; what came before it is good.</summary>
sealed class JsonBreak(RejectReason reason, long offset) : Exception(reason.Id)
{
    public RejectReason Reason => reason;

    /// <summary>Byte of the text, 0-based, up to which it was read.</summary>
    public long Offset => offset;
}
