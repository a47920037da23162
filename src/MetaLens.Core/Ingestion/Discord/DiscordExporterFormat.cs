using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Discord;

/// <summary>What the tool DiscordChatExporter writes: one JSON a channel.</summary>
public sealed class DiscordExporterFormat : IMessageFormat
{
    /// <inheritdoc/>
    public FormatCard Card { get; } = new("discord", "DiscordChatExporter (JSON)",
        "DiscordChatExporter → choose the channel → format JSON (with UTC times where it asks).",
        "Everybody's messages in a channel with times, sizes of texts and attachments, calls, joins and pins.",
        "Silent members of channels; who reacted when; the network operator's view (voice traffic).");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => JsonFile.FirstByte(f) == '{' && f.Head.IndexOf("\"guild\""u8) is >= 0 and < 1024 && f.Head.IndexOf("\"channel\""u8) > 0 && f.Head.IndexOf("\"dateRange\""u8) > 0)];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        log.TimeBasis = TimeBasis.Utc;
        var (names, seen) = (new DiscordNames(), new HashSet<ulong>());
        foreach (var file in files)
        {
            log.BeginSource();
            new DiscordExporterReader(file, names, seen, log, context).ReadAll();
        }
        if (context.Options.Me.Count > 0) log.Owner = context.Options.Me[0];
    }
}
