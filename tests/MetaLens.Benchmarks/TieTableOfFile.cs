using MetaLens.Graphs;
using MetaLens.Ingestion;
using MetaLens.Lenses;

namespace MetaLens.Benchmarks;

/// <summary>Reads a file and adds up its directed ties: the work of one <c>GROUP BY sender, receiver</c>.</summary>
static class TieTableOfFile
{
    public static void Print(string file)
    {
        using var source = Source.Open(file, new ArchiveLimits());
        var (log, _) = MessageReader.Read([source], new ReadOptions());
        var graph = GraphBuilder.Directed(Lens.None.Observe(log));
        long messages = 0, bytes = 0, first = 0, last = 0;
        Parallel.Invoke(
            () => { foreach (var m in graph.Messages) messages += m; },
            () => { foreach (var b in graph.Bytes) bytes += b; },
            () => { foreach (var f in graph.First) first = Math.Max(first, f); },
            () => { foreach (var l in graph.Last) last = Math.Max(last, l); });
        Console.WriteLine($"{graph.TieCount} ties, {messages} deliveries, {bytes} bytes, {first}, {last}");
    }
}
