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
        for (var e = 0; e < graph.TieCount; e++)
        {
            messages += graph.Messages[e];
            bytes += graph.Bytes[e];
            first = Math.Max(first, graph.First[e]);
            last = Math.Max(last, graph.Last[e]);
        }
        Console.WriteLine($"{graph.TieCount} ties, {messages} deliveries, {bytes} bytes, {first}, {last}");
    }
}
