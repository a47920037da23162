namespace MetaLens.Ingestion.Delimited;

/// <summary>Lines of a text with their numbers; lines can be given back.</summary>
/// <param name="read">Gives the next line of the text; null at its end.</param>
sealed class LineSource(Func<string?> read)
{
    readonly Queue<string> _returned = new();

    /// <summary>The lines of a reader.</summary>
    public LineSource(TextReader reader) : this(reader.ReadLine) { }

    /// <summary>Number of the line that <see cref="Next"/> gave last, 1-based.</summary>
    public long Line { get; set; }

    /// <summary>Whether lines wait that were given back.</summary>
    public bool HasReturned => _returned.Count > 0;

    public string? Next()
    {
        var line = _returned.TryDequeue(out var again) ? again : read();
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
