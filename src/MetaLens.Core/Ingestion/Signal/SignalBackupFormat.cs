using System.Text.Json;
using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Signal;

/// <summary>Signal's own export: backup version 2, as lines of JSON (<c>main.jsonl</c>) or as length-delimited protocol buffers.</summary>
public sealed class SignalBackupFormat : IMessageFormat
{
    const int LongestFrame = 64 << 20;
    const int FramesLookedAt = 5;

    /// <inheritdoc/>
    public FormatCard Card { get; } = new("signal", "Signal export or decrypted backup (main.jsonl, .binproto)",
        "Signal → Settings → Chats → Export chat history (Desktop, and Android since 8.x); the export is a folder with main.jsonl. A backup of version 2 first has to be decrypted.",
        "Senders, recipients (exact for what the owner sent, members at the time of export for groups), times, sizes of texts and attachments, reactions, delivery and read receipts, calls, group changes, edits, and for every message whether sealed sender hid the sender from the server.",
        "Messages that disappeared or were deleted on the device; typing and receipts sent by the owner; sizes as padded and encrypted on the wire.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => LooksLikeLines(f) || LooksLikeFrames(f.Head))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        log.TimeBasis = TimeBasis.Utc;
        foreach (var file in files)
        {
            log.BeginSource();
            var reader = new SignalReader(log, context);
            using var stream = file.Open();
            if (LooksLikeFrames(file.Head)) ReadFrames(file, stream, reader, context);
            else ReadLines(file, stream, reader, context);
        }
    }

    static void ReadLines(SourceFile file, Stream stream, SignalReader reader, ReadContext context)
    {
        var lines = new ByteLines(stream, LongestFrame);
        while (lines.Next(out var line))
        {
            if ((lines.Number & 0xFFF) == 0) context.Stop.ThrowIfCancellationRequested();
            if (line.IsEmpty) continue;
            var place = new Place(file.Name, lines.Number, 1);
            if (!System.Text.Unicode.Utf8.IsValid(line)) { context.Report.Reject(RejectReasons.TextNotUtf8, place, "frame", ""); continue; }
            try
            {
                reader.Take(new JsonNode(JsonLine.Parse(line)), place);
            }
            catch (Exception e) when (e is JsonException or InvalidDataException)
            {
                var isLast = file.Length >= 0 && lines.Offset + lines.Length >= file.Length;
                context.Report.Reject(isLast || lines.IsBroken ? RejectReasons.Truncated : RejectReasons.RecordMalformed, place, "frame", "");
            }
        }
    }

    static void ReadFrames(SourceFile file, Stream stream, SignalReader reader, ReadContext context)
    {
        using var frames = new FrameStream(stream, LongestFrame);
        for (var isHeader = true; frames.Next(out var frame); isHeader = false)
        {
            context.Stop.ThrowIfCancellationRequested();
            if (isHeader) continue;
            var place = new Place(file.Name, Offset: frames.Offset);
            try
            {
                reader.Take(new ProtoNode(frame), place);
            }
            catch (InvalidDataException)
            {
                context.Report.Reject(RejectReasons.RecordMalformed, place, "frame", "");
            }
        }
        if (frames.IsTruncated) context.Report.Reject(RejectReasons.Truncated, new Place(file.Name, Offset: frames.Offset), "frame", "");
    }

    static bool LooksLikeLines(SourceFile file)
    {
        if (file.Head is not [(byte)'{', ..]) return false;
        var looked = 0;
        foreach (var range in file.Head.Split((byte)'\n'))
        {
            if (looked++ == FramesLookedAt) return false;
            if (JsonLine.TryParse(file.Head[range], out var root) && IsFrame(new JsonNode(root))) return true;
        }
        return false;
    }

    static bool IsFrame(JsonNode frame) =>
        (frame.Child(SignalFields.ChatItem) is { } item && item.Number(SignalFields.ChatId) > 0)
        || (frame.Child(SignalFields.Chat) is { } chat && chat.Number(SignalFields.ChatRecipient) > 0)
        || (frame.Child(SignalFields.Recipient) is { } recipient && recipient.Number(SignalFields.Id) > 0);

    static bool LooksLikeFrames(ReadOnlySpan<byte> head)
    {
        if (!ProtoNode.TryVarint(head, out var length, out var used) || length <= 0 || length > head.Length - used) return false;
        try
        {
            var header = new ProtoNode(head.Slice(used, (int)length).ToArray());
            return header.Fields().All(f => f.Number <= 32) && header.Number(SignalFields.Version) is > 0 and < 1000 && header.Number(SignalFields.BackupTime) > 0 && MessageTime.Holds(header.Number(SignalFields.BackupTime));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }
}
