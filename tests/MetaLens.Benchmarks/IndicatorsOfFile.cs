using System.Diagnostics;
using System.Globalization;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Indicators;
using MetaLens.Ingestion;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Benchmarks;

/// <summary>Reads a file and computes the indicators of everybody in it, zone UTC, default summary.</summary>
static class IndicatorsOfFile
{
    public static void Print(string file, IndicatorSet set)
    {
        var watch = Stopwatch.StartNew();
        using var source = Source.Open(file, new ArchiveLimits());
        var (log, _) = MessageReader.Read([source], new ReadOptions());
        var read = watch.Elapsed.TotalSeconds;
        var seen = Lens.None.Observe(log);
        var table = IndicatorCalculator.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), new IndicatorOptions { Set = set });
        var computed = watch.Elapsed.TotalSeconds - read;
        var sum = 0.0;
        for (var row = 0; row < table.Parties.Count; row++)
            foreach (var x in table.Row(row))
                if (!double.IsNaN(x)) sum += x;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{table.Parties.Count} actors, {table.Names.Count} indicators, sum {sum:R}; read {read:0.00} s, computed {computed:0.00} s, {table.Parties.Count / computed:0} actors/s"));
    }
}
