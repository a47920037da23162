using MetaLens.Ingestion.Sqlite;
using MetaLens.Messages;
using Microsoft.Data.Sqlite;

namespace MetaLens.Ingestion.IMessage;

/// <summary>Reads the messages of one database. Plain texts are measured by SQLite and never leave it; attributed bodies are measured and dropped.</summary>
sealed class ChatDatabaseReader
{
    const long LastMillisecond = 7_258_118_400_000; // 2200-01-01

    // Values of item_type.
    const int Message = 0, MembersChanged = 1, Renamed = 2, Left = 3, FaceTime = 6;

    readonly SourceFile _file;
    readonly SqliteDatabase _database;
    readonly ReadContext _context;
    readonly Handles _handles;
    readonly Chats _chats;
    readonly int _owner;
    readonly Dictionary<long, (long Bytes, bool Unknown, MessageKind Kind)> _attachments = [];
    long _edited, _unsent;

    public ChatDatabaseReader(SourceFile file, SqliteDatabase database, MessageLogBuilder log, ReadContext context)
    {
        _file = file;
        _database = database;
        _context = context;
        var owner = OwnerOf(database, context.Options);
        _owner = log.Actor(owner);
        log.Owner = context.Options.SameAs.GetValueOrDefault(owner, owner);
        log.TimeBasis = TimeBasis.Utc;
        _handles = new Handles(database, log);
        _chats = new Chats(database, _handles, log, _owner);
    }

    public void ReadAll()
    {
        ReadAttachments();
        ReadMessages();
    }

    // The caller's word, else the own address that most messages went out from.
    static string OwnerOf(SqliteDatabase database, ReadOptions options)
    {
        if (options.Me is [var me, ..]) return me;
        if (!database.Has("message", "destination_caller_id")) return "me";
        using var rows = database.Query("SELECT destination_caller_id FROM message WHERE destination_caller_id <> '' GROUP BY 1 ORDER BY COUNT(*) DESC, 1 LIMIT 1");
        return rows.Read() ? rows.GetString(0) : "me";
    }

    void ReadAttachments()
    {
        if (!_database.Has("message_attachment_join", "message_id", "attachment_id") || !_database.Has("attachment", "total_bytes")) return;
        using var rows = _database.Query($"""
            SELECT j.message_id, a.total_bytes, {_database.ColumnOrNull("a", "attachment", "mime_type")} FROM message_attachment_join AS j JOIN attachment AS a ON a.ROWID = j.attachment_id
            """);
        while (rows.Read())
        {
            var bytes = rows.IsDBNull(1) ? 0 : rows.GetInt64(1);
            var kind = MediaKind.OfMediaType(rows.IsDBNull(2) ? "" : rows.GetString(2));
            var before = _attachments.GetValueOrDefault(rows.GetInt64(0), (Bytes: 0, Unknown: false, Kind: kind));
            _attachments[rows.GetInt64(0)] = (before.Bytes + Math.Max(0, bytes), before.Unknown || bytes <= 0, before.Kind);
        }
    }

    void ReadMessages()
    {
        string Column(string name) => _database.ColumnOrNull("m", "message", name);
        var chatless = _database.Has("chat_message_join", "chat_id", "message_id") ? "(SELECT MIN(j.chat_id) FROM chat_message_join AS j WHERE j.message_id = m.ROWID)" : "NULL";
        using var rows = _database.Query($"""
            SELECT m.ROWID, m.date, {Column("is_from_me")}, {Column("handle_id")}, {chatless}, {Column("item_type")}, {Column("associated_message_type")},
                length(CAST(replace({Column("text")}, char(65532), '') AS BLOB)), CASE WHEN {Column("text")} IS NULL THEN {Column("attributedBody")} END,
                {Column("date_delivered")}, {Column("date_read")}, {Column("is_audio_message")}, {Column("service")},
                {Column("date_edited")}, {Column("date_retracted")}, instr({Column("message_summary_info")}, CAST('streamtyped' AS BLOB))
            FROM message AS m ORDER BY m.ROWID
            """);
        long notApple = 0;
        while (rows.Read())
        {
            _context.Stop.ThrowIfCancellationRequested();
            ReadMessage(rows);
            if (!rows.IsDBNull(12) && rows.GetString(12) is { Length: > 0 } service && !service.StartsWith("iMessage", StringComparison.Ordinal)) notApple++;
        }
        if (notApple > 0) _context.Report.Note($"{notApple} of the messages went as SMS or RCS: the phone company saw them, not Apple.");
        if (_edited > 0) _context.Report.Note($"{_edited} of the messages were edited after they were sent: their sizes are those of the last wording.");
        if (_unsent > 0) _context.Report.Note($"{_unsent} of the messages were unsent: they count, for they were sent and delivered, but their sizes are gone with their content.");
    }

    void ReadMessage(SqliteDataReader rows)
    {
        long Number(int column) => rows.IsDBNull(column) ? 0 : rows.GetInt64(column);
        var place = new Place(_file.Name, Offset: Number(0));
        if (KindOf(Number(5), Number(6)) is not { } kind) { _context.Report.Skip("system rows"); return; }
        var sentAt = AppleTime.ToUnixMilliseconds(Number(1));
        if (sentAt is <= 0 or > LastMillisecond) { _context.Report.Reject(Number(1) == 0 ? RejectReasons.TimeEmpty : RejectReasons.TimeOutOfRange, place, "date", ""); return; }
        var handle = _handles.Actor(Number(3));
        var mine = Number(2) == 1;
        var sender = mine ? _owner : handle >= 0 ? handle : _chats.Peer(Number(4));
        if (sender < 0) { _context.Report.Reject(RejectReasons.SenderEmpty, place, "handle_id", ""); return; }
        var size = -1;
        if (kind == MessageKind.Text)
        {
            (kind, size) = Measure(rows, Number(0), Number(11) == 1);
            // Taking back is an edit that leaves nothing: no text, no attachment, and no wording in the summary of the edits.
            if (Number(14) != 0 || (Number(13) != 0 && Number(15) == 0 && size < 0 && !_attachments.ContainsKey(Number(0)))) _unsent++;
            else if (Number(13) != 0) _edited++;
        }
        _chats.Add(Number(4), sentAt, sender, handle, size, kind);
        if (!mine || _chats.Peer(Number(4)) is not (>= 0 and var peer)) return;
        foreach (var column in (ReadOnlySpan<int>)[9, 10])
            if (AppleTime.ToUnixMilliseconds(Number(column)) is > 0 and <= LastMillisecond and var at) _chats.Add(Number(4), at, peer, -1, -1, MessageKind.Receipt);
    }

    (MessageKind Kind, int Size) Measure(SqliteDataReader rows, long row, bool isVoice)
    {
        var text = !rows.IsDBNull(7) ? rows.GetInt32(7) : rows.IsDBNull(8) ? -1 : AttributedBody.MeasureText(rows.GetFieldValue<byte[]>(8), out _);
        if (!_attachments.TryGetValue(row, out var attached)) return (isVoice ? MessageKind.Voice : MessageKind.Text, text > 0 ? text : -1);
        var bytes = Math.Max(0, text) + attached.Bytes;
        return (isVoice ? MessageKind.Voice : attached.Kind, attached.Unknown || bytes > int.MaxValue ? -1 : (int)bytes);
    }

    // Tapbacks are 2000 and above when given, 3000 and above when taken back; both are sent.
    static MessageKind? KindOf(long itemType, long associatedType) => itemType switch
    {
        Message => associatedType is >= 2000 and < 4000 ? MessageKind.Reaction : MessageKind.Text,
        MembersChanged or Renamed or Left => MessageKind.Membership,
        FaceTime => MessageKind.Call,
        _ => null,
    };
}
