using MetaLens.Ingestion.Sqlite;
using MetaLens.Messages;

namespace MetaLens.Ingestion.WhatsApp;

/// <summary>WhatsApp's database on Android, decrypted: <c>msgstore.db</c>.</summary>
public sealed class WhatsAppDatabaseFormat : IMessageFormat
{
    static readonly string[] Tables = ["message", "jid", "chat"];

    /// <inheritdoc/>
    public FormatCard Card { get; } = new("whatsapp-db", "WhatsApp for Android: msgstore.db",
        "WhatsApp → Settings → Chats → Chat backup makes msgstore.db.crypt15; decrypt it with the 64-digit key you chose there (for example with wa-crypt-tools). On a rooted phone: /data/data/com.whatsapp/databases/msgstore.db.",
        "Sender, time to the millisecond, bytes of text, sizes of media, reactions, delivery and read receipts, calls. Direct chats name the receiver exactly; groups have their members of today.",
        "The owner's own number (--me); members who left a group; sizes of media never downloaded.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => SqliteDatabase.IsOne(f) && (f.FileName.StartsWith("msgstore", StringComparison.OrdinalIgnoreCase) || SqliteDatabase.HeadNames(f, "chat_row_id", "jid_row_id")))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        context.Each([.. files.Where(SqliteDatabase.IsOne)], file =>
        {
            if (files.Count > 1) log.BeginSource();
            SqliteDatabase.Read(file, context, database =>
            {
                foreach (var table in Tables)
                    if (!database.Has(table)) throw new MessageFormatException(new Place(file.Name), $"a database without the table {table}", "a decrypted msgstore.db", "decrypt the backup again");
                new StoreReader(file, database, log, context).ReadAll();
            });
        });
    }
}
