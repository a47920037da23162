namespace MetaLens.Messages;

/// <summary>A column that grows at its end without the copy a doubling array makes: blocks of up to a million values, or one block of a size known beforehand.</summary>
sealed class Column<T> where T : unmanaged
{
    const int FirstBlock = 1 << 10;
    const int LargestBlock = 1 << 20;

    readonly List<T[]> _full = [];
    T[] _last = [];
    int _used, _inFull;

    public int Count => _inFull + _used;

    /// <summary>Whether giving the values away in one array takes a copy.</summary>
    public bool IsInBlocks => _full.Count > 0 || _used < _last.Length;

    /// <summary>The value added last.</summary>
    public T Last => _used > 0 ? _last[_used - 1] : _full[^1][^1];

    public void Add(T value)
    {
        if (_used == _last.Length) Grow();
        _last[_used++] = value;
    }

    public void AddRange(ReadOnlySpan<T> values)
    {
        while (!values.IsEmpty)
        {
            var room = Room(values.Length);
            values[..room.Length].CopyTo(room);
            values = values[room.Length..];
        }
    }

    /// <summary>Adds one value many times.</summary>
    public void Fill(T value, int count)
    {
        while (count > 0)
        {
            var room = Room(count);
            room.Fill(value);
            count -= room.Length;
        }
    }

    /// <summary>Room for values to be written in place: as many as fit without growing twice, at least one.</summary>
    public Span<T> Room(int wanted)
    {
        if (_used == _last.Length) Grow();
        var room = _last.AsSpan(_used, Math.Min(wanted, _last.Length - _used));
        _used += room.Length;
        return room;
    }

    /// <summary>An array that values may be written to from its beginning, by anybody, until <see cref="Take"/> says how many there are. For a column of one block at most.</summary>
    public T[] Reserve(int count)
    {
        if (_last.Length < count) Array.Resize(ref _last, count);
        return _last;
    }

    /// <summary>Says that so many values stand in the array of <see cref="Reserve"/>.</summary>
    public void Take(int count) => _used = count;

    /// <summary>Says how many values are to come. A column that then ends up just full is given away without a copy.</summary>
    public void Expect(int count)
    {
        if (_full.Count == 0 && count > LargestBlock && count > _last.Length) Array.Resize(ref _last, count);
    }

    // The first block starts small, so that a log of ten messages does not cost megabytes.
    void Grow()
    {
        if (_last.Length == 0) _last = new T[FirstBlock];
        else if (_last.Length < LargestBlock) Array.Resize(ref _last, _last.Length * 2);
        else
        {
            _full.Add(_last);
            _inFull += _last.Length;
            (_last, _used) = (new T[LargestBlock], 0);
        }
    }

    /// <summary>All values in one array. The blocks are given up on the way, so the peak is one column and a block.</summary>
    public T[] MoveToArray()
    {
        var all = IsInBlocks ? Joined() : _last;
        _full.Clear();
        (_last, _used, _inFull) = ([], 0, 0);
        return all;
    }

    T[] Joined()
    {
        var all = new T[Count];
        var at = 0;
        for (var b = 0; b < _full.Count; b++)
        {
            _full[b].CopyTo(all, at);
            at += _full[b].Length;
            _full[b] = [];
        }
        _last.AsSpan(0, _used).CopyTo(all.AsSpan(at));
        return all;
    }
}
