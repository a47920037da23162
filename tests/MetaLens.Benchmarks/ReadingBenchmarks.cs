using BenchmarkDotNet.Attributes;
using MetaLens.Ingestion;

namespace MetaLens.Benchmarks;

/// <summary>Reading a table of a million messages, by bytes and row by row.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    string _file = "";

    [GlobalSetup]
    public void WriteFile() => _file = MillionMessages.WriteCsv();

    [GlobalCleanup]
    public void DeleteFile() => File.Delete(_file);

    [Benchmark(Baseline = true)]
    public int RowByRow() => Read(new ReadOptions { RowByRow = true });

    [Benchmark]
    public int OneThread() => Read(new ReadOptions { Threads = 1 });

    [Benchmark]
    public int AllThreads() => Read(new ReadOptions());

    int Read(ReadOptions options)
    {
        using var source = Source.Open(_file, options.ArchiveLimits);
        return MessageReader.Read([source], options).Log.Count;
    }
}
