using System.Diagnostics;
using System.Globalization;
using MetaLens.Graphs;
using MetaLens.Ingestion;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Benchmarks;

/// <summary>Reads a file and counts its temporal motifs within an hour: once cold, then again and again, for tools that are published with the seconds of their counting alone.</summary>
static class MotifsOfFile
{
    const int WarmUp = 3, Counts = 9;

    /// <summary>Prints the seconds of the first count, of which compiling is a part, and the median of the warm ones, on the clock and of processors.</summary>
    public static void Print(string file)
    {
        using var source = Source.Open(file, new ArchiveLimits());
        var (log, _) = MessageReader.Read([source], new ReadOptions());
        var seen = Lens.None.Observe(log);
        var (cold, coldCpu) = Count();
        for (var i = 0; i < WarmUp; i++) Count();
        var warm = Enumerable.Range(0, Counts).Select(_ => Count()).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{seen.Count} messages, {TemporalMotifs.Of(seen, Duration.FromHours(1)).Total} motifs; cold {cold:0.000} s ({coldCpu:0.000} s of processors), warm median of {Counts} {Median(warm, one => one.Clock):0.000} s ({Median(warm, one => one.Cpu):0.000} s)"));

        (double Clock, double Cpu) Count()
        {
            var (start, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            TemporalMotifs.Of(seen, Duration.FromHours(1));
            return (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        }
    }

    static double Median((double Clock, double Cpu)[] runs, Func<(double Clock, double Cpu), double> part) => runs.Select(part).Order().ElementAt(runs.Length / 2);
}
