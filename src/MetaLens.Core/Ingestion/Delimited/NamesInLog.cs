namespace MetaLens.Ingestion.Delimited;

/// <summary>What one scanner's indices of names are in the log. A name enters the log when its first row does, so that the log's order does not depend on who scanned what.</summary>
/// <param name="enter">Gives the log's index of a name.</param>
sealed class NamesInLog(Func<string, int> enter)
{
    const int NotEntered = -1;

    readonly List<string> _names = [];
    int[] _inLog = [];

    /// <summary>Takes further names, in the order of the scanner's indices.</summary>
    public void Learn(List<string> names)
    {
        _names.AddRange(names);
        if (_inLog.Length >= _names.Count) return;
        var known = _inLog.Length;
        Array.Resize(ref _inLog, Math.Max(_names.Count, known * 2));
        _inLog.AsSpan(known).Fill(NotEntered);
    }

    /// <summary>Puts the log's indices in the place of the scanner's; −1 stays −1.</summary>
    /// <param name="names">Names in the order of their rows.</param>
    public void Translate(Span<int> names)
    {
        var inLog = _inLog;
        for (var i = 0; i < names.Length; i++)
            if (names[i] >= 0) names[i] = inLog[names[i]] is >= 0 and var known ? known : Enter(names[i]);
    }

    /// <summary>The same for two columns at once: of one row the first column's name comes first.</summary>
    public void Translate(Span<int> first, Span<int> second)
    {
        var inLog = _inLog;
        for (var i = 0; i < first.Length; i++)
        {
            first[i] = inLog[first[i]] is >= 0 and var one ? one : Enter(first[i]);
            second[i] = inLog[second[i]] is >= 0 and var other ? other : Enter(second[i]);
        }
    }

    int Enter(int name) => _inLog[name] = enter(_names[name]);
}
