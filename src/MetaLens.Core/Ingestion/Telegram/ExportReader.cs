using System.Text.Json;
using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Telegram;

/// <summary>Reads one <c>result.json</c>: its root is a chat, or an account with lists of chats.</summary>
sealed class ExportReader(Source source, SourceFile file, MessageLogBuilder log, ReadContext context)
{
    readonly Peers _peers = new(log);
    readonly EntryReader _entries = new(source, file, context);
    int _owner = -1;

    /// <summary>Whether a time was a wall clock's.</summary>
    public bool UsedWallClock => _entries.UsedWallClock;

    public void ReadAll() => JsonFile.Walk(file, context, Walk, mend: s => new ControlCharacterStream(s));

    void Walk(ref JsonTokens json)
    {
        if (json.Read() && json.Type == JsonTokenType.StartObject) ReadChat(ref json, isRoot: true);
    }

    void ReadChat(ref JsonTokens json, bool isRoot)
    {
        string name = "", type = "", id = "";
        while (json.NextMember())
        {
            if (json.Is("name"u8)) name = json.ReadName();
            else if (json.Is("type"u8)) type = json.ReadName();
            else if (json.Is("id"u8)) id = json.ReadName();
            else if (json.Is("messages"u8) && json.EnterArray()) _entries.ReadAll(ref json, Begin(name, type, id, isRoot), _peers);
            else if (isRoot && json.Is("personal_information"u8)) ReadOwner(ref json);
            else if (isRoot && (json.Is("chats"u8) || json.Is("left_chats"u8))) ReadChats(ref json);
            else if (isRoot && (json.Is("sessions"u8) || json.Is("web_sessions"u8))) context.Report.Account(AccountRecords.LogIns, CountList(ref json));
            else if (isRoot && json.Is("contacts"u8)) context.Report.Account(AccountRecords.Contacts, CountList(ref json));
            else if (json.Type == JsonTokenType.PropertyName) json.Skip();
        }
    }

    static int CountList(ref JsonTokens json)
    {
        var entries = 0;
        if (!json.EnterObject()) return entries;
        while (json.NextMember())
        {
            if (json.Is("list"u8) && json.EnterArray())
                while (json.NextMember())
                {
                    if (json.Type == JsonTokenType.StartObject) entries++;
                    json.Skip();
                }
            else if (json.Type == JsonTokenType.PropertyName) json.Skip();
        }
        return entries;
    }

    void ReadChats(ref JsonTokens json)
    {
        if (!json.EnterObject()) return;
        while (json.NextMember())
        {
            if (json.Is("list"u8) && json.EnterArray())
                while (json.NextMember())
                    if (json.Type == JsonTokenType.StartObject) ReadChat(ref json, isRoot: false);
                    else json.Skip();
            else if (json.Type == JsonTokenType.PropertyName) json.Skip();
        }
    }

    void ReadOwner(ref JsonTokens json)
    {
        if (!json.EnterObject()) return;
        string id = "", first = "", last = "";
        while (json.NextMember())
        {
            if (json.Is("user_id"u8)) id = json.ReadName();
            else if (json.Is("first_name"u8)) first = json.ReadName();
            else if (json.Is("last_name"u8)) last = json.ReadName();
            else json.Skip();
        }
        if (id.Length > 0) SetOwner(Peers.Normal(id), $"{first} {last}".Trim());
    }

    void SetOwner(string id, string name)
    {
        _owner = _peers.Actor(id, name);
        name = _peers.NameOf(id);
        log.Owner = context.Options.SameAs.GetValueOrDefault(name, name);
    }

    Chat Begin(string name, string type, string id, bool isRoot)
    {
        var kind = type switch
        {
            "personal_chat" or "bot_chat" => ChatKind.Direct,
            "saved_messages" => ChatKind.Saved,
            "private_channel" or "public_channel" => ChatKind.Channel,
            _ => ChatKind.Group,
        };
        var peer = -1;
        if (kind == ChatKind.Direct && isRoot && !FindOwner(Peers.Normal(id))) kind = ChatKind.Group;
        if (kind == ChatKind.Direct) peer = _peers.Actor(Peers.Normal(id), name);
        var conversation = name.Length == 0 ? type : name;
        var chat = new Chat(log, id.Length == 0 ? conversation : $"{conversation} ({id})", kind, _owner, peer);
        if (kind == ChatKind.Group && _owner >= 0) chat.Member(_owner);
        return chat;
    }

    // The export of a single chat does not name the owner; in a direct chat it is whoever is not the peer.
    bool FindOwner(string peerId)
    {
        var finder = new OwnerFinder(peerId);
        finder.Look(file, context.Stop);
        if (finder.Owner is { } owner) SetOwner(owner.Id, owner.Name);
        else if (finder.SawPeer) SetOwner("owner", context.Options.Me is [var me, ..] ? me : "me");
        return finder.Owner is not null || finder.SawPeer;
    }
}
