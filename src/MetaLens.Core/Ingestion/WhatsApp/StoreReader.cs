using MetaLens.Ingestion.Sqlite;
using MetaLens.Messages;
using Microsoft.Data.Sqlite;

namespace MetaLens.Ingestion.WhatsApp;

/// <summary>Reads a msgstore.db. SQLite itself measures the texts; they never leave it.</summary>
sealed class StoreReader
{
    const long LastMillisecond = 7_258_118_400_000; // 2200-01-01

    // Values of message_type.
    const int System = 7, Deleted = 15, DeletedByAdmin = 64, CallLog = 90, MissedCall = 10;

    readonly SourceFile _file;
    readonly SqliteDatabase _database;
    readonly ReadContext _context;
    readonly StoreJids _jids;
    readonly StoreChats _chats;
    readonly int _owner;

    public StoreReader(SourceFile file, SqliteDatabase database, MessageLogBuilder log, ReadContext context)
    {
        _file = file;
        _database = database;
        _context = context;
        var owner = context.Options.Me is [var me, ..] ? me : "me";
        _owner = log.Actor(owner);
        log.Owner = context.Options.SameAs.GetValueOrDefault(owner, owner);
        log.TimeBasis = TimeBasis.Utc;
        _jids = new StoreJids(database, log);
        _chats = new StoreChats(database, _jids, log, _owner);
    }

    public void ReadAll()
    {
        ReadMessages();
        ReadReactions();
        ReadReceipts();
        ReadCalls();
    }

    void ReadMessages()
    {
        var hasMedia = _database.Has("message_media", "message_row_id", "file_size", "mime_type");
        var hasCalls = _database.Has("call_log", "timestamp");
        using var rows = _database.Query($"""
            SELECT m._id, m.chat_row_id, m.from_me, m.sender_jid_row_id, m.timestamp, m.message_type, length(CAST(m.text_data AS BLOB)),
                {(hasMedia ? "f.file_size, f.mime_type, f.message_row_id" : "NULL, NULL, NULL")}
            FROM message AS m {(hasMedia ? "LEFT JOIN message_media AS f ON f.message_row_id = m._id" : "")} WHERE m.timestamp > 0
            """);
        while (rows.Read())
        {
            _context.Stop.ThrowIfCancellationRequested();
            var type = rows.IsDBNull(5) ? 0 : rows.GetInt32(5);
            var media = !rows.IsDBNull(9);
            if (type == System) { _context.Report.Skip("system messages"); continue; }
            var isCall = !media && type is CallLog or MissedCall;
            if (isCall && hasCalls) continue;
            var kind = isCall ? MessageKind.Call : media ? KindOf(type, rows.IsDBNull(8) ? "" : rows.GetString(8)) : KindOf(type, "");
            var text = rows.IsDBNull(6) ? 0 : rows.GetInt64(6);
            // A file of 0 bytes is one whose size the phone never learnt.
            var bytes = media ? (rows.IsDBNull(7) || rows.GetInt64(7) <= 0 ? -1 : rows.GetInt64(7) + text) : kind == MessageKind.Text && text > 0 ? text : -1;
            if (type is Deleted or DeletedByAdmin) bytes = -1;
            Add(rows, 1, kind, bytes > int.MaxValue ? -1 : (int)bytes);
        }
    }

    // Columns from `at`: chat, from_me, sender, time.
    void Add(SqliteDataReader rows, int at, MessageKind kind, int size)
    {
        var place = new Place(_file.Name, Offset: rows.GetInt64(0));
        var chat = rows.IsDBNull(at) ? -1 : rows.GetInt64(at);
        var sender = !rows.IsDBNull(at + 1) && rows.GetInt64(at + 1) == 1 ? _owner
            : !rows.IsDBNull(at + 2) && _jids.Actor(rows.GetInt64(at + 2)) is >= 0 and var named ? named : _chats.Peer(chat);
        if (sender < 0) { _context.Report.Reject(RejectReasons.SenderEmpty, place, "sender_jid_row_id", ""); return; }
        var sentAt = rows.IsDBNull(at + 3) ? 0 : rows.GetInt64(at + 3);
        if (sentAt is <= 0 or > LastMillisecond) { _context.Report.Reject(RejectReasons.TimeOutOfRange, place, "timestamp", ""); return; }
        _chats.Add(chat, sentAt, sender, size, kind);
    }

    void ReadReactions()
    {
        if (!_database.Has("message_add_on", "chat_row_id", "from_me", "sender_jid_row_id", "timestamp") || !_database.Has("message_add_on_reaction", "message_add_on_row_id", "reaction")) return;
        using var rows = _database.Query("""
            SELECT a._id, a.chat_row_id, a.from_me, a.sender_jid_row_id, a.timestamp, length(CAST(r.reaction AS BLOB))
            FROM message_add_on AS a JOIN message_add_on_reaction AS r ON r.message_add_on_row_id = a._id
            """);
        while (rows.Read()) Add(rows, 1, MessageKind.Reaction, rows.IsDBNull(5) || rows.GetInt64(5) == 0 ? -1 : rows.GetInt32(5));
    }

    // What others' phones told about the owner's messages: one record for the delivery, one for the reading.
    void ReadReceipts()
    {
        if (!_database.Has("receipt_user", "message_row_id", "receipt_user_jid_row_id", "receipt_timestamp", "read_timestamp")) return;
        foreach (var column in (string[])["receipt_timestamp", "read_timestamp"])
        {
            using var rows = _database.Query($"""
                SELECT r.message_row_id, m.chat_row_id, 0, r.receipt_user_jid_row_id, r.{column}
                FROM receipt_user AS r JOIN message AS m ON m._id = r.message_row_id WHERE r.{column} > 0
                """);
            while (rows.Read()) Add(rows, 1, MessageKind.Receipt, -1);
        }
    }

    void ReadCalls()
    {
        if (!_database.Has("call_log", "jid_row_id", "from_me", "timestamp")) return;
        using var rows = _database.Query("SELECT c._id, h._id, c.from_me, c.jid_row_id, c.timestamp FROM call_log AS c LEFT JOIN chat AS h ON h.jid_row_id = c.jid_row_id");
        while (rows.Read()) Add(rows, 1, MessageKind.Call, -1);
    }

    static MessageKind KindOf(int type, string mediaType) =>
        mediaType == "image/webp" ? MessageKind.File
        : mediaType.Length > 0 && MediaKind.OfMediaType(mediaType) is var kind && kind != MessageKind.File ? kind
        : type switch
        {
            0 or Deleted or DeletedByAdmin => MessageKind.Text,
            1 or 25 or 42 => MessageKind.Photo,
            2 => MessageKind.Voice,
            3 or 28 or 43 or 62 => MessageKind.Video,
            _ => MessageKind.File,
        };
}
