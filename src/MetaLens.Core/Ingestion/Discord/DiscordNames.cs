namespace MetaLens.Ingestion.Discord;

/// <summary>Names for accounts: the account's name, with its id where two accounts bear one name ("Deleted User").</summary>
sealed class DiscordNames
{
    readonly Dictionary<string, string> _byId = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _takenBy = new(StringComparer.Ordinal);

    /// <summary>The name under which an account is an actor; the first name seen stays.</summary>
    public string Of(string id, string name)
    {
        if (id.Length == 0) return name;
        if (_byId.TryGetValue(id, out var known)) return known;
        if (name.Length == 0) return _byId[id] = id;
        return _byId[id] = _takenBy.TryAdd(name, id) ? name : $"{name} ({id})";
    }
}
