namespace MetaLens.Ingestion.Meta;

/// <summary>The fields of one message in whatever order the file has them.</summary>
struct MessageDraft
{
    public long At = -1;
    public int Sender = -1;
    public bool HasTime, HasText, Unsent, IsCall, IsMembership, IsReactionLine;
    public long TextBytes, LinkBytes, AttachmentBytes;
    public bool AttachmentUnknown;
    public MessageKind Attachment;

    public MessageDraft() { }

    /// <summary>Counts an attachment.</summary>
    /// <param name="kind">Its sort; the first one names the message.</param>
    /// <param name="bytes">Its size; −1 = unknown.</param>
    public void Attach(MessageKind kind, long bytes)
    {
        if (Attachment == MessageKind.Unspecified) Attachment = kind;
        if (bytes < 0) AttachmentUnknown = true;
        else AttachmentBytes += bytes;
    }

    public readonly MessageKind Kind =>
        IsCall ? MessageKind.Call : IsMembership ? MessageKind.Membership : IsReactionLine ? MessageKind.Reaction
        : Attachment != MessageKind.Unspecified ? Attachment : MessageKind.Text;

    /// <summary>Bytes of the text and what hangs on it; a shared link counts where there is no text. −1 = unknown.</summary>
    public readonly int Size
    {
        get
        {
            if (IsCall || IsMembership || AttachmentUnknown) return -1;
            var bytes = (HasText ? TextBytes : LinkBytes) + AttachmentBytes;
            // Nothing at all: unsent, or a sort of message that the export leaves empty.
            return bytes == 0 && !(HasText && !Unsent) ? -1 : bytes > int.MaxValue ? -1 : (int)bytes;
        }
    }
}
