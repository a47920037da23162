using MetaLens.Messages;

namespace MetaLens.Ingestion.Telegram;

/// <summary>The fields of one entry of a chat in whatever order the file has them.</summary>
struct TelegramMessage
{
    public long At = -1;
    public bool HasTime, IsMessage, IsService;
    public int Sender = -1;
    public long TextBytes;
    public MessageKind Attachment;
    public long AttachmentBytes = -1;
    public TelegramAction Action;

    public TelegramMessage() { }

    public readonly bool HasAttachment => Attachment != MessageKind.Unspecified;

    public readonly MessageKind Kind => HasAttachment ? Attachment : MessageKind.Text;

    /// <summary>Bytes of text and file; −1 = the file's size is not known.</summary>
    public readonly int Size => !HasAttachment ? Clamp(TextBytes) : AttachmentBytes < 0 ? -1 : Clamp(TextBytes + AttachmentBytes);

    static int Clamp(long bytes) => bytes > int.MaxValue ? -1 : (int)bytes;
}
