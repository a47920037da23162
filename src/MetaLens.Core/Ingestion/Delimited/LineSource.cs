namespace MetaLens.Ingestion.Delimited;

/// <summary>Lines of a text with their numbers; lines can be given back.</summary>
sealed class LineSource(TextReader reader)
{
    readonly Queue<string> _returned = new();

    /// <summary>Number of the line that <see cref="Next"/> gave last, 1-based.</summary>
    public long Line { get; private set; }

    public string? Next()
    {
        var line = _returned.TryDequeue(out var again) ? again : reader.ReadLine();
        if (line is not null) Line++;
        return line;
    }

    /// <summary>Gives lines back, to be read again before all others.</summary>
    public void Return(List<string> lines)
    {
        var after = _returned.ToArray();
        _returned.Clear();
        foreach (var line in lines) _returned.Enqueue(line);
        foreach (var line in after) _returned.Enqueue(line);
        Line -= lines.Count;
    }
}
