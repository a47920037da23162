using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Matrix;

/// <summary>A room exported from Element as JSON.</summary>
public sealed class MatrixFormat : IMessageFormat
{
    /// <inheritdoc/>
    public FormatCard Card { get; } = new("matrix", "Matrix room (Element JSON export)",
        "Element (desktop or web) → room info → Export chat → format JSON, from the beginning.",
        "Senders by their Matrix id, times by the sender's server, sizes of texts and attachments, joins and leaves, reactions; recipients by the membership at each message where the room's state is in the export.",
        "Receipts; sizes of messages that could not be decrypted are those of their ciphertext.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => JsonFile.FirstByte(f) == '{' && f.Head.IndexOf("\"room_name\""u8) is >= 0 and < 4096 && f.Head.IndexOf("\"room_creator\""u8) > 0)];
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
            new MatrixRoom(file, log, context).ReadAll();
        }
        if (context.Options.Me.Count > 0) log.Owner = context.Options.Me[0];
    }
}
