using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MetaLens.Graphs;
using MetaLens.Ingestion;
using MetaLens.Lenses;

namespace MetaLens.Benchmarks;

/// <summary>The steps that bench/peers/graph.py sets beside igraph's: each measure of the whole graph of a file once, warm only by what ran before it.</summary>
static class GraphMeasuresOfFile
{
    /// <summary>Prints the seconds of each step, on the clock and of processors, as JSON; writes the ties as "source target messages" lines for the peers.</summary>
    public static void Print(string file, string edges)
    {
        using var source = Source.Open(file, new ArchiveLimits());
        var (log, _) = MessageReader.Read([source], new ReadOptions());
        var seen = Lens.None.Observe(log);
        var seconds = new Dictionary<string, double[]>();
        var directed = Step("build", () => GraphBuilder.Directed(seen));
        var undirected = Step("to_undirected", () => GraphBuilder.ToUndirected(directed));
        Step("pagerank", () => PageRank.Of(directed, new PageRankOptions { Weight = TieWeight.Unweighted }));
        Step("pagerank_weighted", () => PageRank.Of(directed));
        Step("weak_components", () => Components.Weak(directed));
        Step("kcore", () => CoreNumbers.Of(undirected));
        Step("local_clustering", () => Clustering.Of(undirected));
        Step("leiden", () => Leiden.Of(undirected, new LeidenOptions { Passes = 2 }));
        Step("reach3_1000", () => Reach.Of(directed, [.. Enumerable.Range(0, Math.Min(1000, directed.NodeCount))]));
        Console.WriteLine(JsonSerializer.Serialize(seconds));
        using var output = new StreamWriter(edges);
        for (var v = 0; v < directed.NodeCount; v++)
            for (var e = directed.Offset[v]; e < directed.Offset[v + 1]; e++)
                output.Write(string.Create(CultureInfo.InvariantCulture, $"{v} {directed.Target[e]} {directed.Messages[e]}\n"));

        T Step<T>(string name, Func<T> work)
        {
            var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var value = work();
            seconds.Add(name, [Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds]);
            return value;
        }
    }
}
