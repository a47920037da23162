using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Telegram;

/// <summary>Telegram Desktop's machine-readable export, of one chat or of the whole account.</summary>
public sealed class TelegramFormat : IMessageFormat
{
    /// <inheritdoc/>
    public FormatCard Card { get; } = new("telegram", "Telegram Desktop: result.json",
        "Telegram Desktop → Settings → Advanced → Export Telegram data → Machine-readable JSON (whole account); or in a chat: ⋮ → Export chat history → Format: Machine-readable JSON.",
        "Sender, time to the second, bytes of text, sizes of files where written or beside the export, calls, reactions that carry a time, people joining and leaving; sessions and contacts are counted. Direct chats name the receiver exactly; in groups the recipients are those who spoke or were named in service messages.",
        "Secret chats (never exported); silent members of groups; readers of channels; read times; a zone in exports before 2022, which have wall-clock times only.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(IsOne)];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        var exports = files.Where(IsOne).ToList();
        if (exports.Count == 0) throw new MessageFormatException(new Place(source.Name), "no Telegram export", "a result.json", "export again with the format Machine-readable JSON");
        var usedWallClock = false;
        foreach (var file in exports)
        {
            // Exports of one chat at different times overlap.
            if (exports.Count > 1) log.BeginSource();
            var reader = new ExportReader(source, file, log, context);
            reader.ReadAll();
            usedWallClock |= reader.UsedWallClock;
        }
        log.TimeBasis = usedWallClock && context.Options.TimeZone is null ? TimeBasis.LocalUnknown : TimeBasis.Utc;
        if (log.TimeBasis == TimeBasis.LocalUnknown) context.Report.Note("The export has wall-clock times of the exporting computer without a zone; --timezone ZONE tells which.");
    }

    static bool IsOne(SourceFile file) =>
        JsonFile.FirstByte(file) == '{'
        && (file.Head.IndexOf("\"date_unixtime\""u8) >= 0 || file.Head.IndexOf("\"text_entities\""u8) >= 0 || file.Head.IndexOf("\"from_id\""u8) >= 0
            || file.Head.IndexOf("\"personal_information\""u8) >= 0)
        && (file.Head.IndexOf("\"messages\""u8) >= 0 || file.Head.IndexOf("\"chats\""u8) >= 0 || file.Head.IndexOf("\"contacts\""u8) >= 0);
}
