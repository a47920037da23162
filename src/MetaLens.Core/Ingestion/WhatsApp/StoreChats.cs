using MetaLens.Ingestion.Sqlite;
using MetaLens.Messages;

namespace MetaLens.Ingestion.WhatsApp;

/// <summary>Chats of a msgstore.db: who receives what is sent in each.</summary>
sealed class StoreChats
{
    readonly record struct StoreChat(int Conversation, int Peer, bool IsGroup, List<int> Members);

    readonly Dictionary<long, StoreChat> _chats = [];
    readonly List<int> _recipients = [];
    readonly MessageLogBuilder _log;
    readonly int _owner;

    public StoreChats(SqliteDatabase database, StoreJids jids, MessageLogBuilder log, int owner)
    {
        _log = log;
        _owner = owner;
        var membersOf = MembersOf(database, jids);
        using var rows = database.Query("SELECT _id, jid_row_id FROM chat WHERE jid_row_id IS NOT NULL");
        while (rows.Read())
        {
            var jid = rows.GetInt64(1);
            var isGroup = jids.IsGroup(jid);
            _chats[rows.GetInt64(0)] = new StoreChat(log.Conversation(jids.Name(jid)), isGroup || jids.IsBroadcast(jid) ? -1 : jids.Actor(jid), isGroup, membersOf.GetValueOrDefault(jids.Name(jid)) ?? []);
        }
    }

    /// <summary>The other side of a direct chat; −1 for groups and broadcasts.</summary>
    public int Peer(long chat) => _chats.TryGetValue(chat, out var known) ? known.Peer : -1;

    /// <summary>Adds a record to everybody in its chat but the sender; a receipt goes to the owner alone.</summary>
    public void Add(long chat, long sentAt, int sender, int size, MessageKind kind)
    {
        var known = _chats.TryGetValue(chat, out var found);
        _recipients.Clear();
        var basis = RecipientBasis.Unknown;
        if (kind == MessageKind.Receipt)
        {
            _recipients.Add(_owner);
            basis = RecipientBasis.Exact;
        }
        else if (known && found.Peer >= 0)
        {
            _recipients.Add(sender == _owner ? found.Peer : _owner);
            basis = RecipientBasis.Exact;
        }
        else if (known && found.Members.Count > 0)
        {
            foreach (var member in found.Members)
                if (member != sender) _recipients.Add(member);
            if (sender != _owner && !found.Members.Contains(_owner)) _recipients.Add(_owner);
            basis = RecipientBasis.Snapshot;
        }
        else if (known && found.IsGroup)
        {
            basis = RecipientBasis.SpeakersOnly;
            _log.Member(found.Conversation, _owner);
        }
        _log.Add(new MessageRecord
        {
            SentAt = sentAt,
            Sender = sender,
            Recipients = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_recipients),
            Size = size,
            Conversation = known ? found.Conversation : -1,
            Kind = kind,
            Traits = new MessageTraits(basis),
        });
    }

    // Newer versions hold row numbers, older ones the addresses themselves.
    static Dictionary<string, List<int>> MembersOf(SqliteDatabase database, StoreJids jids)
    {
        var members = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var sql = database.Has("group_participant_user", "group_jid_row_id", "user_jid_row_id") ? "SELECT group_jid_row_id, user_jid_row_id FROM group_participant_user"
            : database.Has("group_participants", "gjid", "jid") ? "SELECT g._id, u._id FROM group_participants AS p JOIN jid AS g ON g.raw_string = p.gjid JOIN jid AS u ON u.raw_string = p.jid"
            : null;
        if (sql is null) return members;
        using var rows = database.Query(sql);
        while (rows.Read())
        {
            var group = jids.Name(rows.GetInt64(0));
            if (!members.TryGetValue(group, out var list)) members[group] = list = [];
            if (jids.Actor(rows.GetInt64(1)) is >= 0 and var actor && !list.Contains(actor)) list.Add(actor);
        }
        return members;
    }
}
