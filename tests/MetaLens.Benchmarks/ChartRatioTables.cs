using System.Globalization;
using MetaLens.Testing;

namespace MetaLens.Benchmarks;

/// <summary>Learns the tables of <see cref="Analyzers.Hierarchy.ChartRatios"/> from invented organisations and prints them as they stand there.</summary>
static class ChartRatioTables
{
    public static void Print()
    {
        var learned = ChartRatioLearning.OfAllKinds();
        Print("Reports", learned.Reports);
        Print("Colleagues", learned.Colleagues);
    }

    static void Print(string name, double[][] rows)
    {
        Console.WriteLine(name);
        foreach (var row in rows) Console.WriteLine($"    [{string.Join(", ", row.Select(r => r.ToString("0.##f", CultureInfo.InvariantCulture)))}],");
    }
}
