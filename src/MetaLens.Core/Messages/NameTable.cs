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
        if (_lookup.TryGetValue(name, out var index)) return index;
        index = _names.Count;
        var text = name.ToString();
        _names.Add(text);
        _index.Add(text, index);
        return index;
    }

    public string[] ToArray() => [.. _names];
}
