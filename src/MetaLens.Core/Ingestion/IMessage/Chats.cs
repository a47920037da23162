using System.Runtime.InteropServices;
using MetaLens.Ingestion.Sqlite;
using MetaLens.Messages;

namespace MetaLens.Ingestion.IMessage;

/// <summary>Chats by row: who receives what is sent in each. Members are those of today.</summary>
sealed class Chats
{
    const int StyleDirect = 45;

    readonly record struct Chat(int Conversation, bool IsDirect, List<int> Members);

    readonly Dictionary<long, Chat> _chats = [];
    readonly List<int> _recipients = [];
    readonly MessageLogBuilder _log;
    readonly int _owner;

    public Chats(SqliteDatabase database, Handles handles, MessageLogBuilder log, int owner)
    {
        _log = log;
        _owner = owner;
        using (var rows = database.Query($"""
            SELECT c.ROWID, c.guid, {database.ColumnOrNull("c", "chat", "chat_identifier")}, {database.ColumnOrNull("c", "chat", "display_name")}, {database.ColumnOrNull("c", "chat", "style")} FROM chat AS c
            """))
            while (rows.Read())
            {
                var guid = rows.IsDBNull(1) ? $"chat {rows.GetInt64(0)}" : rows.GetString(1);
                var identifier = rows.IsDBNull(2) || rows.GetString(2).Length == 0 ? guid : rows.GetString(2);
                var name = rows.IsDBNull(3) || rows.GetString(3).Length == 0 ? identifier : $"{rows.GetString(3)} ({identifier})";
                var direct = rows.IsDBNull(4) ? guid.Contains(";-;", StringComparison.Ordinal) : rows.GetInt64(4) == StyleDirect;
                _chats[rows.GetInt64(0)] = new Chat(log.Conversation(name), direct, []);
            }
        if (!database.Has("chat_handle_join", "chat_id", "handle_id")) return;
        using var joins = database.Query("SELECT chat_id, handle_id FROM chat_handle_join WHERE chat_id IS NOT NULL AND handle_id IS NOT NULL");
        while (joins.Read())
            if (_chats.TryGetValue(joins.GetInt64(0), out var chat) && handles.Actor(joins.GetInt64(1)) is >= 0 and var actor && !chat.Members.Contains(actor)) chat.Members.Add(actor);
    }

    /// <summary>The other side of a direct chat; −1 for groups and unknown chats.</summary>
    public int Peer(long chat) => _chats.TryGetValue(chat, out var known) && known is { IsDirect: true, Members: [var peer] } ? peer : -1;

    /// <summary>Adds a record to everybody in its chat but the sender.</summary>
    /// <param name="chat">Its chat; 0 = none.</param>
    /// <param name="sentAt">Unix milliseconds.</param>
    /// <param name="sender">The sender.</param>
    /// <param name="handle">The handle that the record itself names, for records without a chat; −1 = none.</param>
    /// <param name="size">Bytes; −1 = unknown.</param>
    /// <param name="kind">The sort.</param>
    public void Add(long chat, long sentAt, int sender, int handle, int size, MessageKind kind)
    {
        _recipients.Clear();
        var basis = RecipientBasis.Exact;
        if (_chats.TryGetValue(chat, out var known) && known.Members.Count > 0)
        {
            foreach (var member in known.Members)
                if (member != sender) _recipients.Add(member);
            if (sender != _owner && !_recipients.Contains(_owner)) _recipients.Add(_owner);
            // Notes to oneself.
            if (_recipients.Count == 0) _recipients.Add(sender);
            if (!known.IsDirect) basis = RecipientBasis.Snapshot;
        }
        else if (known.Members is not null && !known.IsDirect)
        {
            _log.Member(known.Conversation, _owner);
            basis = RecipientBasis.SpeakersOnly;
        }
        else if (sender != _owner) _recipients.Add(_owner);
        else if (handle >= 0) _recipients.Add(handle);
        else basis = RecipientBasis.Unknown;
        _log.Add(new MessageRecord
        {
            SentAt = sentAt,
            Sender = sender,
            Recipients = CollectionsMarshal.AsSpan(_recipients),
            Size = size,
            Conversation = known.Members is null ? -1 : known.Conversation,
            Kind = kind,
            Traits = new MessageTraits(basis),
        });
    }
}
