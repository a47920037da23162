namespace MetaLens.Messages;

/// <summary>The actors of a log and their names, in order of first appearance in time. Immutable.</summary>
public sealed class Actors
{
    readonly string[] _names;
    Dictionary<string, int>? _index;

    internal Actors(string[] names) => _names = names;

    /// <summary>Number of actors; valid indices are 0 … Count − 1.</summary>
    public int Count => _names.Length;

    internal string[] NamesArray => _names;

    /// <summary>The names by actor index.</summary>
    public ReadOnlySpan<string> Names => _names;

    /// <summary>The name as the source gave it (a number, an address, a display name).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The id is not of this log (0 … Count − 1).</exception>
    public string NameOf(ActorId actor) =>
        (uint)actor.Index < (uint)_names.Length
            ? _names[actor.Index]
            : throw new ArgumentOutOfRangeException(nameof(actor), actor.Index, $"An actor of this log is 0 … {_names.Length - 1}.");

    /// <summary>Finds an actor by its exact name. The first call builds an index in O(Count).</summary>
    public bool TryFind(string name, out ActorId actor)
    {
        ArgumentNullException.ThrowIfNull(name);
        var index = _index ??= BuildIndex();
        var found = index.TryGetValue(name, out var i);
        actor = new ActorId(found ? i : -1);
        return found;
    }

    Dictionary<string, int> BuildIndex()
    {
        var index = new Dictionary<string, int>(_names.Length, StringComparer.Ordinal);
        for (var i = 0; i < _names.Length; i++) index.TryAdd(_names[i], i);
        return index;
    }
}
