using BenchmarkDotNet.Attributes;
using MetaLens.Graphs;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Benchmarks;

/// <summary>The tie graph of a million messages and what is asked of it most.</summary>
[MemoryDiagnoser]
public class GraphBenchmarks
{
    Observation _seen = null!;
    CommunicationGraph _directed = null!, _undirected = null!;

    [GlobalSetup]
    public void Build()
    {
        _seen = MillionMessages.Seen();
        _directed = GraphBuilder.Directed(_seen);
        _undirected = GraphBuilder.ToUndirected(_directed);
    }

    [Benchmark]
    public CommunicationGraph Directed() => GraphBuilder.Directed(_seen);

    [Benchmark]
    public CommunicationGraph ToUndirected() => GraphBuilder.ToUndirected(_directed);

    [Benchmark]
    public double PageRankScores() => PageRank.Of(_directed)[0];

    [Benchmark]
    public int CoreNumbersOfAll() => CoreNumbers.Of(_undirected)[0];

    [Benchmark]
    public Clustering ClusteringOfAll() => Clustering.Of(_undirected);

    [Benchmark]
    public CommunityStructure LeidenCommunities() => Leiden.Of(_undirected);

    [Benchmark]
    public MotifCounts MotifsWithinAnHour() => TemporalMotifs.Of(_seen, Duration.FromHours(1));
}
