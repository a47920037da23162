using Microsoft.Win32.SafeHandles;

namespace MetaLens.Ingestion.Delimited;

/// <summary>
/// Parts of a file on disk that end where lines end, with the number of lines before each: several threads can read them at once and know which rows they hold.
/// Found by a pass over the file that only looks for line feeds.
/// </summary>
sealed class FileParts
{
    readonly long[] _end, _lines;

    FileParts(long[] end, long[] lines, bool endsInsideLine) => (_end, _lines, EndsInsideLine) = (end, lines, endsInsideLine);

    /// <summary>Number of parts.</summary>
    public int Count => _end.Length - 1;

    /// <summary>Whether the file goes on after the last line feed.</summary>
    public bool EndsInsideLine { get; }

    /// <summary>Line feeds in the file.</summary>
    public long LineFeeds => _lines[^1];

    /// <summary>Where a part begins, in bytes; of <see cref="Count"/>, where the last one ends.</summary>
    public long Start(int part) => _end[part];

    /// <summary>Lines before a part; of <see cref="Count"/>, in all parts.</summary>
    public long LinesBefore(int part) => _lines[part];

    /// <summary>Finds the parts. O(bytes), on several threads.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Bytes before the first line.</param>
    /// <param name="length">Bytes of a part, more or less: a part is as much longer as its last line is, and empty where a line is longer than a part.</param>
    /// <param name="threads">1 or more.</param>
    /// <param name="stop">Stops it.</param>
    public static FileParts Of(SafeFileHandle file, int start, int length, int threads, CancellationToken stop)
    {
        var bytes = RandomAccess.GetLength(file);
        var count = (int)((bytes + length - 1) / length);
        var (end, lines) = (new long[count + 1], new long[count + 1]);
        Parallel.For(0, count, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = threads }, () => new byte[length],
            (part, _, buffer) =>
            {
                (lines[part + 1], end[part + 1]) = Feeds(file, (long)part * length, buffer);
                return buffer;
            }, _ => { });
        end[0] = start;
        for (var part = 1; part <= count; part++)
        {
            end[part] = Math.Max(end[part], end[part - 1]);
            lines[part] += lines[part - 1];
        }
        return new FileParts(end, lines, end[count] < bytes);
    }

    // Their number, and where the last one ends.
    static (long Count, long End) Feeds(SafeFileHandle file, long at, Span<byte> buffer)
    {
        var (count, end) = (0L, 0L);
        for (var rest = buffer; !rest.IsEmpty;)
        {
            var read = RandomAccess.Read(file, rest, at);
            if (read == 0) break;
            count += rest[..read].Count((byte)'\n');
            if (rest[..read].LastIndexOf((byte)'\n') is >= 0 and var last) end = at + last + 1;
            rest = rest[read..];
            at += read;
        }
        return (count, end);
    }
}
