namespace MetaLens.Analyzers.Hierarchy;

/// <summary>A chart that changes: everybody's manager, and everybody's reports as a chain that can be walked without looking at anybody else.</summary>
sealed class ChartTree
{
    readonly int[] _manager, _first, _next, _before, _count;

    /// <summary>Takes over a chart: the manager of each, −1 for none.</summary>
    public ChartTree(IReadOnlyList<int> manager)
    {
        var n = manager.Count;
        (_manager, _first, _next, _before, _count) = (new int[n], new int[n], new int[n], new int[n], new int[n]);
        foreach (var links in (int[][])[_manager, _first, _next, _before]) Array.Fill(links, -1);
        for (var v = 0; v < n; v++) Move(v, manager[v]);
    }

    /// <summary>The manager of each, −1 for none.</summary>
    public ReadOnlySpan<int> Manager => _manager;

    /// <summary>How many report to somebody directly.</summary>
    public int Reports(int manager) => _count[manager];

    /// <summary>Puts somebody with all below under another manager, −1 for none. O(1).</summary>
    public void Move(int person, int manager)
    {
        if (_manager[person] is >= 0 and var old)
        {
            _count[old]--;
            if (_before[person] >= 0) _next[_before[person]] = _next[person];
            else _first[old] = _next[person];
            if (_next[person] >= 0) _before[_next[person]] = _before[person];
        }
        (_manager[person], _before[person], _next[person]) = (manager, -1, manager < 0 ? -1 : _first[manager]);
        if (manager < 0) return;
        if (_next[person] >= 0) _before[_next[person]] = person;
        _first[manager] = person;
        _count[manager]++;
    }

    /// <summary>Those who report to somebody directly, written into a buffer of the size of the chart. O(reports).</summary>
    public ReadOnlySpan<int> ReportsOf(int manager, int[] into)
    {
        var n = 0;
        for (var v = _first[manager]; v >= 0; v = _next[v]) into[n++] = v;
        return into.AsSpan(0, n);
    }

    /// <summary>Somebody and all below, written into a buffer of the size of the chart. O(those).</summary>
    public ReadOnlySpan<int> Below(int person, int[] into)
    {
        into[0] = person;
        var n = 1;
        for (var at = 0; at < n; at++)
            for (var v = _first[into[at]]; v >= 0; v = _next[v]) into[n++] = v;
        return into.AsSpan(0, n);
    }
}
