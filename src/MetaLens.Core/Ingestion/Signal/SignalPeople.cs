using System.Text;
using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Signal;

/// <summary>Whom a backup knows under its own numbers: people, groups and their members, chats.</summary>
sealed class SignalPeople(MessageLogBuilder log, ReadOptions options)
{
    readonly Dictionary<long, int> _actors = [];
    readonly Dictionary<string, long> _nameTakenBy = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _byAci = new(StringComparer.Ordinal);
    readonly Dictionary<long, List<string>> _groupMembers = [];
    readonly Dictionary<long, string> _titles = [];
    readonly Dictionary<long, long> _chats = [];
    string _ownerName = options.Me.Count > 0 ? options.Me[0] : "Me";

    /// <summary>The actor whose backup it is.</summary>
    public int Owner => log.Actor(_ownerName);

    public string OwnerName => _ownerName;

    public void TakeAccount(FrameNode account)
    {
        if (options.Me.Count == 0 && Join(account.Text(SignalFields.AccountGivenName), account.Text(SignalFields.AccountFamilyName)) is { Length: > 0 } name) _ownerName = name;
    }

    public void TakeRecipient(FrameNode recipient)
    {
        var id = recipient.Number(SignalFields.Id);
        if (recipient.Child(SignalFields.Self) is not null) _actors[id] = Owner;
        else if (recipient.Child(SignalFields.Contact) is { } contact)
        {
            _actors[id] = log.Actor(_titles[id] = Unique(NameOf(contact, id), contact, id));
            if (contact.Key(SignalFields.Aci) is { Length: > 0 } aci) _byAci[aci] = _actors[id];
        }
        else if (recipient.Child(SignalFields.Group) is { } group)
        {
            var snapshot = group.Child(SignalFields.Snapshot);
            _groupMembers[id] = snapshot?.Children(SignalFields.Members).Select(m => m.Key(SignalFields.UserId)).ToList() ?? [];
            _titles[id] = Unique(snapshot?.Child(SignalFields.GroupTitle)?.Text(SignalFields.TitleText) is { Length: > 0 } title ? Join(title, "") : $"group {id}", group, id);
        }
        else if (recipient.Child(SignalFields.ReleaseNotes) is not null) _actors[id] = log.Actor(_titles[id] = "Signal");
    }

    public void TakeChat(FrameNode chat) => _chats[chat.Number(SignalFields.Id)] = chat.Number(SignalFields.ChatRecipient);

    /// <summary>The actor with a recipient number, or null.</summary>
    public int? Find(long recipient) => _actors.TryGetValue(recipient, out var actor) ? actor : null;

    /// <summary>The actor with an account key. A key that no contact has is the owner's if every group misses just that one.</summary>
    public int? FindByAci(string aci) => aci.Length == 0 ? null : _byAci.TryGetValue(aci, out var actor) ? actor : _groupMembers.Values.Any(g => g.Contains(aci) && g.Count(IsStranger) == 1) ? Owner : null;

    /// <summary>The person at the other end of a chat of two, or null for a group or an unknown chat.</summary>
    public int? Peer(long chat) => _chats.TryGetValue(chat, out var recipient) && !_groupMembers.ContainsKey(recipient) ? Find(recipient) : null;

    /// <summary>The members of a group chat as the backup has them, the owner among them; null when it is no group.</summary>
    public List<int>? GroupMembers(long chat)
    {
        if (!_chats.TryGetValue(chat, out var recipient) || !_groupMembers.TryGetValue(recipient, out var keys)) return null;
        return [.. keys.Where(k => !IsStranger(k)).Select(k => _byAci[k]).Append(Owner).Distinct()];
    }

    /// <summary>The conversation of a chat; −1 for an unknown one.</summary>
    public int Conversation(long chat) =>
        !_chats.TryGetValue(chat, out var recipient) ? -1 : log.Conversation(_titles.TryGetValue(recipient, out var title) ? title : OwnerName);

    bool IsStranger(string aci) => !_byAci.ContainsKey(aci);

    string Unique(string name, FrameNode node, long id)
    {
        if (_nameTakenBy.TryAdd(name, id) || _nameTakenBy[name] == id) return name;
        return $"{name} ({(node.Number(SignalFields.E164) is > 0 and var number ? $"+{number}" : $"{id}")})";
    }

    static string NameOf(FrameNode contact, long id) =>
        Join(contact.Text(SignalFields.SystemGivenName), contact.Text(SignalFields.SystemFamilyName)) is { Length: > 0 } system ? system
        : Join(contact.Text(SignalFields.ProfileGivenName), contact.Text(SignalFields.ProfileFamilyName)) is { Length: > 0 } profile ? profile
        : contact.Number(SignalFields.E164) is > 0 and var number ? $"+{number}"
        : contact.Text(SignalFields.Username) is { Length: > 0 } username ? username
        : contact.Key(SignalFields.Aci) is { Length: > 0 } aci ? aci : $"recipient {id}";

    static string Join(string given, string family) => JsonText.ToName(Encoding.UTF8.GetBytes($"{given} {family}"));
}
