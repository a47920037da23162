using MetaLens.Ingestion.Sqlite;
using MetaLens.Messages;

namespace MetaLens.Ingestion.IMessage;

/// <summary>Apple Messages: <c>chat.db</c> of a Mac, or <c>sms.db</c> of an iPhone backup.</summary>
public sealed class IMessageDatabaseFormat : IMessageFormat
{
    static readonly string[] Tables = ["message", "handle", "chat", "chat_message_join"];

    /// <inheritdoc/>
    public FormatCard Card { get; } = new("imessage", "Apple Messages: chat.db, sms.db",
        "Mac: quit Messages, copy ~/Library/Messages/chat.db with chat.db-wal beside it (Terminal needs Full Disk Access in System Settings → Privacy & Security). iPhone: make an unencrypted backup in Finder; the file is HomeDomain/Library/SMS/sms.db, in the backup named 3d0d7e5fb2ce288813306e4d4636395e047a3d28.",
        "Sender, time, bytes of text (also of attributed bodies), sizes of attachments, tapbacks, delivery and read receipts of direct chats, joins and leaves, FaceTime entries; messages that were unsent count, for they were sent. Direct chats name the receiver exactly; groups have their members of today.",
        "Members who left a group; read times in groups; sizes of unsent messages and of earlier wordings of edited ones. Names of contacts (numbers and addresses only). SMS and RCS are in it too, and are seen by the phone company rather than Apple.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => SqliteDatabase.IsOne(f) && (f.FileName is "chat.db" or "sms.db" or "3d0d7e5fb2ce288813306e4d4636395e047a3d28" || SqliteDatabase.HeadNames(f, "chat_message_join", "chat_handle_join")))];
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
                    if (!database.Has(table)) throw new MessageFormatException(new Place(file.Name), $"a database without the table {table}", "a chat.db or sms.db of Apple Messages", "copy the file again with its -wal file beside it");
                new ChatDatabaseReader(file, database, log, context).ReadAll();
            });
        });
    }
}
