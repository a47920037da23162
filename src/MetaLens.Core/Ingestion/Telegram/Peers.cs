using System.Text;
using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Telegram;

/// <summary>Accounts by id, under the name first seen; two accounts of one name stay two actors.</summary>
sealed class Peers(MessageLogBuilder log)
{
    readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _nameOf = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _idOfName = new(StringComparer.Ordinal);
    byte[] _lastKey = [];
    int _lastActor = -1;

    /// <summary>The actor of an account.</summary>
    /// <param name="id"><c>user123</c>, <c>channel123</c>, or the bare number of old exports; empty = not told.</param>
    /// <param name="name">Its name; empty for an account that is gone.</param>
    /// <returns>−1 when neither is told.</returns>
    public int Actor(ReadOnlySpan<byte> id, ReadOnlySpan<byte> name)
    {
        if (id.IsEmpty) return name.IsEmpty ? -1 : ByName(JsonText.ToName(name));
        if (id.SequenceEqual(_lastKey)) return _lastActor;
        _lastKey = id.ToArray();
        return _lastActor = Actor(Normal(Encoding.UTF8.GetString(id)), JsonText.ToName(name));
    }

    /// <inheritdoc cref="Actor(ReadOnlySpan{byte}, ReadOnlySpan{byte})"/>
    public int Actor(string id, string name)
    {
        if (_byId.TryGetValue(id, out var known)) return known;
        if (name.Length == 0) name = id;
        else if (!_idOfName.TryAdd(name, id) && _idOfName[name] != id) name = $"{name} ({id})";
        _nameOf[id] = name;
        return _byId[id] = log.Actor(name);
    }

    /// <summary>The name under which an account stands in the log.</summary>
    public string NameOf(string id) => _nameOf[id];

    /// <summary>The actor of somebody named without an id: the account of that name.</summary>
    public int ByName(string name) => log.Actor(name);

    /// <summary>The id in the form with its kind before it.</summary>
    public static string Normal(string id) => id.Length > 0 && char.IsAsciiDigit(id[0]) ? "user" + id : id;
}
