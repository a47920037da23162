using Microsoft.Win32.SafeHandles;

namespace MetaLens.Ingestion.Delimited;

/// <summary>Counts the lines of a file on disk, so that columns can be made as long as they will be.</summary>
static class LineCount
{
    const int PartLength = 1 << 20;

    /// <summary>Line feeds, and one more if the last line has none; 0 for a file too small to be worth it. O(bytes), on all cores.</summary>
    public static int Of(string path, CancellationToken stop)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        if (length < 16 * PartLength) return 0;
        var feeds = 0L;
        Parallel.For(0L, (length + PartLength - 1) / PartLength, new ParallelOptions { CancellationToken = stop }, () => new byte[PartLength],
            (part, _, buffer) =>
            {
                Interlocked.Add(ref feeds, CountFeeds(file, part * PartLength, buffer));
                return buffer;
            }, _ => { });
        Span<byte> last = stackalloc byte[1];
        var isOpen = RandomAccess.Read(file, last, length - 1) == 1 && last[0] != '\n';
        return (int)Math.Min(int.MaxValue / 2, feeds + (isOpen ? 1 : 0));
    }

    static int CountFeeds(SafeFileHandle file, long from, byte[] buffer)
    {
        var count = 0;
        for (var done = 0; done < buffer.Length;)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(done), from + done);
            if (read == 0) break;
            count += buffer.AsSpan(done, read).Count((byte)'\n');
            done += read;
        }
        return count;
    }
}
