using System.Text;
using MetaLens.Ingestion.Sources;

namespace MetaLens.Ingestion.Delimited;

/// <summary>Lines of a text with their numbers; lines can be given back.</summary>
/// <param name="read">Gives the next line of the text; null at its end.</param>
/// <param name="endsInside">Asked when there are no more lines: whether the last had no line end.</param>
sealed class LineSource(Func<string?> read, Func<bool> endsInside)
{
    readonly Queue<string> _returned = new();

    /// <summary>Number of the line that <see cref="Next"/> gave last, 1-based.</summary>
    public long Line { get; set; }

    /// <summary>Whether lines wait that were given back.</summary>
    public bool HasReturned => _returned.Count > 0;

    /// <summary>Whether the line given last is the last and has no line end, as one that was cut.</summary>
    public bool IsCut
    {
        get
        {
            if (HasReturned) return false;
            if (read() is not { } more) return endsInside();
            _returned.Enqueue(more);
            return false;
        }
    }

    /// <summary>The lines of a stream in UTF-8, or in UTF-16 with a mark.</summary>
    public static LineSource Of(Stream stream)
    {
        var ending = new EndingStream(stream);
        var reader = new StreamReader(ending, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        return new LineSource(reader.ReadLine, () => ending.EndsInsideLine);
    }

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
