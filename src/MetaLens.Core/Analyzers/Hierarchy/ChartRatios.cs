using System.Collections.Immutable;

namespace MetaLens.Analyzers.Hierarchy;

/// <summary>
/// How much more often a step of a trait is met between a manager and an employee, or between colleagues of one manager, than between any two: natural logarithms, a row per trait of <see cref="ChartTraits"/>,
/// a number per step.
/// Learned from invented organisations of ten kinds, each kind counting once; no real organisation is in them, so figures on real ones are not fitted. <c>dotnet run -c Release --project tests/MetaLens.Benchmarks chart-ratios</c>
/// invents them again and prints these tables.
/// </summary>
public static class ChartRatios
{
    /// <summary>Manager → employee: strength of the tie, share of the manager's mailings to several, rank among the employee's ties, difference of standing, share of the employee's mail, share of it going down.</summary>
    public static ImmutableArray<ImmutableArray<float>> Reports { get; } =
    [
        [-3.9f, -3.8f, -2.58f, -1.99f, -0.07f, 2.19f, 3.1f],
        [-1.93f, -3.69f, -3.81f, -3f, 3.52f],
        [3.34f, 3.07f, 2f, -0.74f, -3.84f],
        [-1.99f, -0.75f, 0.1f, 0.36f, 0.5f, 0.71f],
        [-3.84f, -1.86f, 1.13f, 2.75f, 3.41f, 2.3f],
        [-3.84f, 1.09f, 1.35f, 1.92f, 0.15f],
    ];

    /// <summary>Colleagues: strength of the tie, being addressed together, likeness of contacts.</summary>
    public static ImmutableArray<ImmutableArray<float>> Colleagues { get; } =
    [
        [-3.41f, -3.24f, -1.13f, -0.19f, 1.01f, 2.25f, 2.77f],
        [-4.75f, -3.98f, -4.38f, 0.99f, 2.95f, 1.69f],
        [-4.63f, -3f, -0.37f, 1.24f, 2.43f, 2.77f],
    ];
}
