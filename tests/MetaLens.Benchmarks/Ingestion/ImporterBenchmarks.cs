using BenchmarkDotNet.Attributes;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;

namespace MetaLens.Benchmarks.Ingestion;

/// <summary>Every importer of text on 50 MB in its service's own form; the time it takes is to be one second or less on one core.</summary>
[MemoryDiagnoser]
public class ImporterBenchmarks
{
    const long Bytes = 50_000_000;

    string _folder = "";

    /// <summary>Which format.</summary>
    [ParamsSource(nameof(Formats))]
    public string Format { get; set; } = "csv";

    /// <summary>All of them.</summary>
    public static IEnumerable<string> Formats => SampleExport.All.Select(s => s.Format);

    /// <summary>Makes the export.</summary>
    [GlobalSetup]
    public void Make()
    {
        _folder = Directory.CreateTempSubdirectory("metalens-").FullName;
        SampleExport.Of(Format).WriteTo(_folder, Bytes);
    }

    /// <summary>Deletes it.</summary>
    [GlobalCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    /// <summary>Reads it into a log.</summary>
    [Benchmark]
    public MessageLog Read()
    {
        var options = new ReadOptions { Threads = 1 };
        using var source = Source.Open(_folder, options.ArchiveLimits);
        return MessageReader.Read([source], options).Log;
    }
}
