namespace MetaLens.Messages;

/// <summary>Gives each distinct name a dense index in order of first appearance, without a string per look-up.</summary>
sealed class NameTable
{
    readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    readonly List<string> _names = [];

    public NameTable() => _lookup = _index.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _names.Count;

    public string this[int index] => _names[index];

    public int IndexOf(ReadOnlySpan<char> name)
    {
        LearnAdded();
        return _lookup.TryGetValue(name, out var index) ? index : Add(name.ToString());
    }

    public int IndexOf(string name)
    {
        LearnAdded();
        return _index.TryGetValue(name, out var index) ? index : Add(name);
    }

    /// <summary>Adds a name that is surely not there; it is made ready to be looked up when the first look-up comes, which for most logs is never.</summary>
    public int AddNew(string name)
    {
        _names.Add(name);
        return _names.Count - 1;
    }

    int Add(string name)
    {
        _index.Add(name, _names.Count);
        return AddNew(name);
    }

    void LearnAdded()
    {
        if (_index.Count == _names.Count) return;
        _index.EnsureCapacity(_names.Count);
        for (var i = _index.Count; i < _names.Count; i++) _index.Add(_names[i], i);
    }

    public string[] ToArray() => [.. _names];
}
