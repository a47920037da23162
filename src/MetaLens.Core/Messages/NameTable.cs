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

    public int IndexOf(ReadOnlySpan<char> name) => _lookup.TryGetValue(name, out var index) ? index : Add(name.ToString());

    public int IndexOf(string name) => _index.TryGetValue(name, out var index) ? index : Add(name);

    int Add(string name)
    {
        _index.Add(name, _names.Count);
        _names.Add(name);
        return _names.Count - 1;
    }

    public string[] ToArray() => [.. _names];
}
