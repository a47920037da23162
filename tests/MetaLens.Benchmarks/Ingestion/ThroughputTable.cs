using System.Diagnostics;
using System.Globalization;
using MetaLens.Ingestion;
using MetaLens.Testing;

namespace MetaLens.Benchmarks.Ingestion;

/// <summary>Megabytes that each importer of text reads in a second of processor time: a table in a minute, where the benchmarks proper take an hour.</summary>
static class ThroughputTable
{
    const long Bytes = 50_000_000;
    const int Rounds = 3;

    /// <summary>Prints a line a format: the best of three rounds after a warm one. All threads' time counts, the collector's too.</summary>
    /// <param name="formats">Which; none = all.</param>
    public static void Print(IReadOnlyList<string> formats)
    {
        Console.WriteLine("format            MB/s   messages/s   rejected");
        foreach (var sample in SampleExport.All.Where(s => formats.Count == 0 || formats.Contains(s.Format)))
        {
            var folder = Directory.CreateTempSubdirectory("metalens-").FullName;
            try
            {
                var (bytes, messages) = sample.WriteTo(folder, Bytes);
                Read(folder, out var rejected);
                var best = Enumerable.Range(0, Rounds).Min(_ => Read(folder, out long _));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sample.Format,-16}{bytes / 1e6 / best,6:0}{messages / best,13:0}{rejected,11}"));
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    static double Read(string folder, out long rejected)
    {
        var options = new ReadOptions { Threads = 1 };
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        using var source = Source.Open(folder, options.ArchiveLimits);
        rejected = MessageReader.Read([source], options).Report.RejectedTotal;
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
