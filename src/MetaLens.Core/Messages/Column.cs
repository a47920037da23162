namespace MetaLens.Messages;

/// <summary>A column that grows at its end without the copy a doubling array makes: blocks of up to a million values.</summary>
sealed class Column<T> where T : unmanaged
{
    const int BlockBits = 20;
    const int BlockSize = 1 << BlockBits;

    readonly List<T[]> _blocks = [];
    T[] _last = [];
    int _used;

    public int Count => _blocks.Count == 0 ? 0 : ((_blocks.Count - 1) << BlockBits) + _used;

    public T this[int index]
    {
        get => _blocks[index >> BlockBits][index & (BlockSize - 1)];
        set => _blocks[index >> BlockBits][index & (BlockSize - 1)] = value;
    }

    public void Add(T value)
    {
        if (_used == _last.Length) Grow();
        _last[_used++] = value;
    }

    // The first block starts small, so that a log of ten messages does not cost megabytes.
    void Grow()
    {
        if (_blocks.Count == 0) _blocks.Add(_last = new T[1024]);
        else if (_last.Length < BlockSize) { Array.Resize(ref _last, _last.Length * 2); _blocks[^1] = _last; }
        else { _blocks.Add(_last = new T[BlockSize]); _used = 0; }
    }

    /// <summary>All values in one array. The blocks are given up on the way, so the peak is one column and a block.</summary>
    public T[] MoveToArray()
    {
        var all = new T[Count];
        for (var b = 0; b < _blocks.Count; b++)
        {
            var length = b == _blocks.Count - 1 ? _used : BlockSize;
            _blocks[b].AsSpan(0, length).CopyTo(all.AsSpan(b << BlockBits));
            _blocks[b] = [];
        }
        _blocks.Clear();
        _last = [];
        _used = 0;
        return all;
    }
}
