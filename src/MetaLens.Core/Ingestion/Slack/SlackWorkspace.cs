using System.Text.Json;
using MetaLens.Ingestion.Json;

namespace MetaLens.Ingestion.Slack;

/// <summary>Who and what a workspace holds: users by id, members of channels by the name of their folder.</summary>
sealed class SlackWorkspace
{
    readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _takenBy = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<string>> _members = new(StringComparer.Ordinal);

    /// <summary>Reads users.json or a list of channels.</summary>
    public void Take(string fileName, ref JsonTokens json)
    {
        if (!json.Read() || json.Type != JsonTokenType.StartArray) return;
        while (json.NextMember())
        {
            if (json.Type != JsonTokenType.StartObject) json.Skip();
            else if (fileName == "users.json") TakeUser(ref json);
            else TakeChannel(ref json, isDirect: fileName == "dms.json");
        }
    }

    /// <summary>The name of a user: the short name, unique in a workspace; the id where the list does not have them.</summary>
    public string NameOf(string id) => _names.GetValueOrDefault(id, id);

    /// <summary>The members of the channel of a folder by name; null when no list has it.</summary>
    public IReadOnlyList<string>? MembersOf(string folder) => _members.GetValueOrDefault(folder);

    void TakeUser(ref JsonTokens json)
    {
        var (id, name) = ("", "");
        while (json.NextMember())
        {
            if (json.Is("id"u8)) id = json.ReadName();
            else if (json.Is("name"u8)) name = json.ReadName();
            else json.Skip();
        }
        if (id.Length == 0) return;
        if (name.Length == 0) name = id;
        _names[id] = _takenBy.TryAdd(name, id) || _takenBy[name] == id ? name : $"{name} ({id})";
    }

    void TakeChannel(ref JsonTokens json, bool isDirect)
    {
        var (id, name, members) = ("", "", new List<string>());
        while (json.NextMember())
        {
            if (json.Is("id"u8)) id = json.ReadName();
            else if (json.Is("name"u8)) name = json.ReadName();
            else if (json.Is("members"u8) && json.EnterArray())
            {
                while (json.NextMember())
                {
                    if (json.Type == JsonTokenType.String) members.Add(JsonText.ToName(json.Utf8()));
                    else json.Skip();
                }
            }
            else if (json.Type == JsonTokenType.PropertyName) json.Skip();
        }
        // Folders bear the name; those of direct messages, which have none, the id.
        var folder = isDirect || name.Length == 0 ? id : name;
        if (folder.Length > 0) _members[folder] = [.. members.Distinct(StringComparer.Ordinal)];
    }
}
