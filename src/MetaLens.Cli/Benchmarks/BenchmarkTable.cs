using System.Diagnostics;
using System.Globalization;

namespace MetaLens.Cli.Benchmarks;

/// <summary>Runs the rows whose data are there and writes them as a table in Markdown, each as it is done.</summary>
static class BenchmarkTable
{
    /// <summary>Whether any data set was there. Those that are not are named on the error stream.</summary>
    public static bool Write(BenchmarkData data, TextWriter output, TextWriter error, CancellationToken stop)
    {
        output.WriteLine("| what | data | n | ours | 95 % interval | chance | floor | published | goal | met | seconds | note |");
        output.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        var any = false;
        foreach (var row in BenchmarkCatalog.All)
        {
            stop.ThrowIfCancellationRequested();
            if (!data.Asks(row.Data)) continue;
            if (!data.Has(row.Data))
            {
                error.WriteLine($"metalens: {row.Data}: not below {data.Folder}; '{row.What}' is left out");
                continue;
            }
            any |= row.Data != Benchmark.Simulated;
            var clock = Stopwatch.StartNew();
            var found = row.Measure(data, stop);
            var interval = found.Low is null ? "–" : string.Create(CultureInfo.InvariantCulture, $"{found.Low:0.000} … {found.High:0.000}");
            var isMet = row.GoalIsMost ? found.Value <= row.Goal : found.Value >= row.Goal;
            var (goal, met) = double.IsNaN(row.Goal) ? ("–", "–") : (row.Goal.ToString(row.GoalIsMost ? "≤ 0.##" : "≥ 0.00", CultureInfo.InvariantCulture), isMet ? "yes" : "missed");
            var chance = found.Chance?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "–";
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {row.What} | {row.Data} | {found.Subjects} | {found.Value:0.000} | {interval} | {chance} | {row.Floor} | {row.Published} | {goal} | {met} | {clock.Elapsed.TotalSeconds:0.0} | {row.Note} |"));
        }
        return any;
    }
}
