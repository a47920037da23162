using BenchmarkDotNet.Attributes;
using MetaLens.Analyzers;
using MetaLens.Lenses;

namespace MetaLens.Benchmarks;

/// <summary>Every analysis of the catalogue with its defaults, on the million messages (or fewer): none can be forgotten, since the table is walked.</summary>
[MemoryDiagnoser]
public class AnalysisBenchmarks
{
    Observation _seen = null!;
    IAnalysis _analysis = null!;
    AnalysisArguments _arguments = null!;

    /// <summary>Ids of all analyses.</summary>
    public static IEnumerable<string> Ids => AnalysisCatalog.All.Select(a => a.Card.Id);

    [ParamsSource(nameof(Ids))]
    public string Id { get; set; } = "";

    [Params(60_000)]
    public int Messages { get; set; }

    [GlobalSetup]
    public void Build()
    {
        _seen = MillionMessages.Seen(Messages);
        _analysis = AnalysisCatalog.Find(Id)!;
        _arguments = new AnalysisArguments(_analysis);
    }

    [Benchmark]
    public AnalysisTable Run() => _analysis.Run(_seen, _arguments, CancellationToken.None);
}
