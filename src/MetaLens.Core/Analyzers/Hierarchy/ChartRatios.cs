namespace MetaLens.Analyzers.Hierarchy;

/// <summary>
/// How much more often a trait of a pair is met between a manager and an employee, or between colleagues of one manager, than between any two: natural logarithms, a row per trait, a number per step of it.
/// Learned from invented organisations of ten kinds, each kind counting once; no real organisation is in them, so figures on real ones are not fitted.
/// </summary>
static class ChartRatios
{
    /// <summary>Manager → employee: strength of the tie, share of the manager's mailings to several, rank among the employee's ties, difference of standing, share of the employee's mail, share of it going down.</summary>
    public static readonly float[][] Reports =
    [
        [-3.9f, -3.8f, -2.58f, -1.99f, -0.07f, 2.19f, 3.1f],
        [-1.93f, -3.69f, -3.81f, -3f, 3.52f],
        [3.34f, 3.07f, 1.99f, -0.74f, -3.84f],
        [-1.99f, -0.75f, 0.1f, 0.35f, 0.51f, 0.71f],
        [-3.84f, -1.86f, 1.13f, 2.75f, 3.41f, 2.3f],
        [-3.84f, 1.09f, 1.35f, 1.92f, 0.15f],
    ];

    /// <summary>Colleagues: strength of the tie, being addressed together, likeness of contacts.</summary>
    public static readonly float[][] Colleagues =
    [
        [-3.41f, -3.24f, -1.13f, -0.19f, 1.01f, 2.25f, 2.77f],
        [-4.75f, -3.98f, -4.38f, 0.99f, 2.95f, 1.69f],
        [-4.63f, -3f, -0.37f, 1.24f, 2.43f, 2.77f],
    ];
}
