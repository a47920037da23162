using MetaLens.Exposure;

namespace MetaLens.Cli.Benchmarks;

/// <summary>One row of the table of results: what is measured on which data, what others reached, and what is to be reached.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Data">The data set, as its folder is called; <see cref="Simulated"/> needs none.</param>
/// <param name="Floor">What a short untuned script reaches.</param>
/// <param name="Published">What is published, and on what.</param>
/// <param name="Goal">The least value that meets the goal, or the most; NaN for none.</param>
/// <param name="Note">Where it was tuned, what the answer may know.</param>
/// <param name="Measure">Measures it.</param>
sealed record Benchmark(string What, string Data, string Floor, string Published, double Goal, string Note, Func<BenchmarkData, CancellationToken, MetricEstimate> Measure)
{
    /// <summary>Instead of a data set's name where everything is simulated.</summary>
    public const string Simulated = "simulated";

    /// <summary>Whether less is better and the goal is the most that meets it.</summary>
    public bool GoalIsMost { get; init; }
}
