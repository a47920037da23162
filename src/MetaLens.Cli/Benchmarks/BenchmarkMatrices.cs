using System.Globalization;
using MetaLens.Exposure;
using MetaLens.Lenses;

namespace MetaLens.Cli.Benchmarks;

/// <summary>The exposure matrix of the public data sets through four lenses, as tables in Markdown.</summary>
static class BenchmarkMatrices
{
    const int Latest = 100_000;
    static readonly string[] LensIds = ["instagram-standard", "instagram-e2ee-optin", "signal-sealed", "everything-on"];
    static readonly (string Data, string Name, string File)[] DataSets =
    [
        ("copenhagen", "Copenhagen, text messages", "copenhagen/sms.csv"),
        ("manufacturing", "Manufacturing, mail", "manufacturing/communication.csv"),
        ("email-eu-core", "email-Eu, mail", "email-eu-core/email-Eu-core-temporal.txt.gz"),
    ];

    /// <summary>Writes the matrices of the data sets that are there.</summary>
    public static void Write(BenchmarkData data, TextWriter output, CancellationToken stop)
    {
        foreach (var (name, title, file) in DataSets)
        {
            if (!data.Has(name)) continue;
            var log = data.Log(file);
            var matrix = ExposureAnalysis.Measure(log.Latest(Math.Min(Math.Max(1, log.Count), Latest)), [.. LensIds.Select(LensCatalog.Find)], data.Seed, progress: null, stop);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## Exposure: {title}\n\n{(matrix.Messages < log.Count ? $"The latest {matrix.Messages:N0} of {log.Count:N0} messages." : $"{log.Count:N0} messages.")} Exposure, 95 % interval, number of subjects.\n"));
            output.WriteLine($"| question | {string.Join(" | ", matrix.Lenses.Select(l => l.Id))} | chance | subjects |");
            output.WriteLine($"|---|{string.Concat(matrix.Lenses.Select(_ => "---|"))}---|---|");
            foreach (var question in matrix.Questions)
            {
                var cells = matrix.Lenses.Select(l => matrix[question.Id, l.Id]).ToList();
                output.WriteLine($"| {question.Id} | {string.Join(" | ", cells.Select(Text))} | {Number(cells[0].Chance, "0.0000")} | {cells[0].Subjects} |");
            }
        }
    }

    static string Text(ExposureCell cell) => cell.Exposure is null ? $"– ({cell.Reason})" : $"{Number(cell.Exposure, "0.00")} ({Number(cell.Low, "0.00")} … {Number(cell.High, "0.00")})";

    static string Number(double? value, string format) => value is { } x ? x.ToString(format, CultureInfo.InvariantCulture) : "–";
}
