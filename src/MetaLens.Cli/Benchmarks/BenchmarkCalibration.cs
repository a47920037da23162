using System.Globalization;
using MetaLens.Cli.Output;
using MetaLens.Learning;
using MetaLens.Reports;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Languages;

namespace MetaLens.Cli.Benchmarks;

/// <summary>Reliability diagrams of the probabilities that learned answers come with, as tables in Markdown and as pictures.</summary>
static class BenchmarkCalibration
{
    static readonly (string Data, string Id, string Name, string Question)[] Models =
    [
        ("irc-disentanglement", "replies", "the first guess at what a message answers", "replies"),
        ("copenhagen", "friends", "two in contact are Facebook friends", "closeness"),
        ("copenhagen", "gender", "somebody has the rarer gender", "attribute"),
        ("manufacturing", "managers", "a contact is the manager", "roles"),
    ];

    /// <summary>Writes the tables of the data sets that are there, and their pictures below a folder.</summary>
    public static void Write(BenchmarkData data, string? pictures, TextWriter output, CancellationToken stop)
    {
        var asked = Models.Where(m => data.Has(m.Data)).ToArray();
        if (asked.Length == 0) return;
        output.WriteLine("\n## Calibration: what probabilities promise and what comes true\n\nProbabilities given to people, pairs or conversations that the model never saw, in ten bins of equal width.\n");
        output.WriteLine("| probability that | data | promised | came true | examples |\n|---|---|---|---|---|");
        var figures = new List<(string Name, string Svg)>();
        foreach (var (set, id, name, question) in asked)
        {
            var reliability = BenchmarkCatalog.Evaluation(data, question, stop).Reliability!;
            foreach (var bin in reliability.Bins)
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {set} | {bin.MeanProbability:0.000} | {bin.ShareOfYes:0.000} | {bin.Count} |"));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| **{name}: calibration error** | {set} | | {reliability.ExpectedError:0.000} | {reliability.Bins.Sum(b => b.Count)} |"));
            if (pictures is not null) figures.Add(($"calibration-{id}", ReportRenderer.FigureAsync(Chart(id, name, reliability)).GetAwaiter().GetResult()));
        }
        if (pictures is not null) FigureFiles.Write(pictures, figures, png: false, stop);
    }

    static CalibrationChart Chart(string id, string name, Reliability reliability) => new(
        $"calibration-{id}", $"Probability that {name}", string.Create(CultureInfo.InvariantCulture, $"Mean distance from the line on which promise and outcome agree: {reliability.ExpectedError:0.000}."),
        [.. reliability.Bins.Select(b => new CalibrationBin(b.MeanProbability, b.ShareOfYes, b.Count))])
    { Language = Language.English };
}
