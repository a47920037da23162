using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Signal;

/// <summary>What the tool signal-export makes of Signal Desktop's database: a folder a chat with <c>chat.md</c> and <c>data.json</c>.</summary>
public sealed class SignalExportFormat : IMessageFormat
{
    /// <inheritdoc/>
    public FormatCard Card { get; } = new("signal-export", "signal-export (chat.md, data.json)",
        "Install signal-export beside Signal Desktop and run: sigexport OUTPUT_FOLDER.",
        "Senders, local times, sizes of texts and of attachments that lie beside the chat; the owner is called Me.",
        "Silent members of groups, the zone of times, receipts, calls, when a reaction was made, anything before Desktop was linked.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var data = source.Files.Where(LooksLikeData).ToList();
        var withData = data.Select(f => f.Folder).ToHashSet(StringComparer.Ordinal);
        // Both files of a folder hold the same chat; the data keep seconds and attachments apart.
        return [.. data, .. source.Files.Where(f => IsText(f) && !withData.Contains(f.Folder) && LooksLikeChat(f))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        log.TimeBasis = new WallClock(context.Options.TimeZone).Basis;
        var chats = files.Select(f => new SignalExportChat(source, f, log, context)).ToList();
        foreach (var chat in chats)
        {
            if (LooksLikeData(chat.File)) chat.ReadData();
            else chat.ReadText();
        }
        if (chats.Any(c => c.OwnerSpoke))
            foreach (var chat in chats) chat.AddOwner();
    }

    static bool IsText(SourceFile file) => Path.GetExtension(file.Path).ToUpperInvariant() is ".MD" or ".TXT" or "";

    // WhatsApp's chats may be written alike; outside a .md only the older form, [2019-12-24, 12:23] with a comma and no seconds, is Signal's alone.
    static bool LooksLikeChat(SourceFile file) =>
        new ByteLines(new MemoryStream(file.Head.ToArray())).Next(out var line) && SignalExportLine.TryRead(line, out _, out _, out _)
        && (Path.GetExtension(file.Path).Equals(".md", StringComparison.OrdinalIgnoreCase) || line[11] == ',');

    static bool LooksLikeData(SourceFile file)
    {
        if (file.Head is not [(byte)'{', ..]) return false;
        var end = file.Head.IndexOf((byte)'\n');
        return JsonLine.TryParse(end < 0 ? file.Head : file.Head[..end], out var line) && line.TryGetProperty("date", out _) && line.TryGetProperty("sender", out _) && line.TryGetProperty("body", out _);
    }
}
