using System.Collections.Concurrent;

namespace MetaLens.Graphs;

/// <summary>
/// Splits loops over nodes between threads. The body of one range writes only what belongs to its own nodes, so that the result cannot depend on the number of threads.
/// </summary>
static class NodeRanges
{
    /// <summary>Runs ranges that together cover 0 … count − 1; on the calling thread alone when the work is too small to be worth a second one.</summary>
    /// <param name="count">Number of nodes.</param>
    /// <param name="work">Rough number of elementary steps in all ranges together.</param>
    /// <param name="body">Handles nodes first … end − 1.</param>
    /// <param name="stop">Stops it.</param>
    public static void For(int count, long work, Action<int, int> body, CancellationToken stop = default)
    {
        stop.ThrowIfCancellationRequested();
        if (count == 0) return;
        if (work < 500_000 || Environment.ProcessorCount == 1)
        {
            body(0, count);
            return;
        }
        var size = Math.Max(1, count / (Environment.ProcessorCount * 8));
        Parallel.ForEach(Partitioner.Create(0, count, size), new ParallelOptions { CancellationToken = stop }, range => body(range.Item1, range.Item2));
    }

    /// <summary>The first node of a part, 0 … parts, when nodes are cut into stretches with about as many edges each. O(log nodes).</summary>
    /// <param name="offset">Row starts, one more than nodes.</param>
    /// <param name="part">Which part; <paramref name="parts"/> gives the number of nodes.</param>
    /// <param name="parts">How many there are.</param>
    public static int FirstOfPart(ReadOnlySpan<int> offset, int part, int parts)
    {
        if (part == parts) return offset.Length - 1;
        var at = offset.BinarySearch((int)((long)offset[^1] * part / parts));
        return at < 0 ? Math.Min(~at, offset.Length - 1) : at;
    }
}
