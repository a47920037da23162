using MetaLens.Attacks.StatisticalDisclosure;
using MetaLens.Exposure;

namespace MetaLens.Cli.Benchmarks;

/// <summary>The simulation by which attacks on batches are compared, early and late.</summary>
static class BatchRows
{
    const string Published = "curves; least squares ahead with enough rounds";

    static readonly int[] RoundCounts = [100, 300, 1000];

    public static IReadOnlyList<Benchmark> All { get; } =
    [
        .. Rows("plain (Danezis)", (rounds, stop) => Each(rounds, s => BatchDisclosure.Plain(rounds, s))),
        .. Rows("smart noise", (rounds, stop) => Each(rounds, s => BatchDisclosure.SmartNoise(rounds, s))),
        .. Rows("least squares, ridge", (rounds, stop) => BatchDisclosure.LeastSquares(rounds)),
        .. Rows("least squares, non-negative", BatchDisclosure.NonNegative),
    ];

    static IEnumerable<Benchmark> Rows(string attack, Func<BatchRounds, CancellationToken, double[][]> scores) => RoundCounts.Select(count =>
        new Benchmark($"contacts found behind a mix, {count} rounds, {attack}", Benchmark.Simulated, "–", Published, double.NaN, "100 people, 5 contacts each, batches of 10; 5 repeats", (data, stop) =>
        {
            var options = new BatchExperimentOptions { Rounds = count };
            var found = BatchExperiment.SharesFound(options, rounds => scores(rounds, stop), data.Seed);
            return MetricEstimate.Of("share_found", new MeanMeasurement(found, [.. found.Select(_ => (double)options.Contacts / options.People)]), data.Seed);
        }));

    static double[][] Each(BatchRounds rounds, Func<int, double[]> scores) => [.. Enumerable.Range(0, rounds.Sent[0].Length).Select(scores)];
}
