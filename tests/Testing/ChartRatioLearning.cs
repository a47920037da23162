using MetaLens.Analyzers.Hierarchy;

namespace MetaLens.Testing;

/// <summary>How much more often a step of a trait is met among managers and employees, or among colleagues, than among any two: logarithms, a row per trait of <see cref="ChartTraits"/>, a number per step.</summary>
/// <param name="Reports">Manager → employee.</param>
/// <param name="Colleagues">Colleagues of one manager.</param>
sealed record ChartRatioLearning(double[][] Reports, double[][] Colleagues)
{
    // Weight of the share among any two, in pairs: a step that is never met must not weigh −∞.
    const double PriorPairs = 3;
    const int Seeds = 4;

    /// <summary>Learned from ten kinds of invented organisations, each counting once.</summary>
    public static ChartRatioLearning OfAllKinds() => Mean(
    [
        Mean([.. Enumerable.Range(1, Seeds).SelectMany(seed => new[] { InventedOrganisation.Company(150, 67, 2, seed), InventedOrganisation.Company(150, 200, 0.7, seed + 10) }).Select(Of)]),
        .. OrganisationStyle.All.Select(style => Mean([.. Enumerable.Range(1, Seeds).Select(seed => Of(InventedOrganisation.Make(style, seed)))])),
    ]);

    /// <summary>Learned from one organisation.</summary>
    public static ChartRatioLearning Of(InventedOrganisation organisation)
    {
        var traits = ChartTraits.Of(organisation.Seen);
        int[] manager = [.. traits.People.Select(p => organisation.Manager[p.Index] is >= 0 and var m ? traits.PlaceOf(new(m)) : -1)];
        var people = manager.Length;
        var pairs = Enumerable.Range(0, people * people).Select(at => (Row: at / people, Column: at % people)).Where(p => p.Row != p.Column).ToArray();
        var reports = Places(p => manager[p.Column] == p.Row);
        var colleagues = Places(p => manager[p.Row] >= 0 && manager[p.Row] == manager[p.Column]);
        var all = Places(_ => true);
        return new ChartRatioLearning(
            [.. ChartTraits.ReportsSteps.Select((steps, t) => Ratios(Counts(traits.Reports(t), reports, steps), Counts(traits.Reports(t), all, steps)))],
            // Each two colleagues stand here twice.
            [.. ChartTraits.ColleaguesSteps.Select((steps, t) => Ratios([.. Counts(traits.Colleagues(t), colleagues, steps).Select(c => c / 2)], Counts(traits.Colleagues(t), all, steps)))]);

        int[] Places(Func<(int Row, int Column), bool> are) => [.. pairs.Where(are).Select(p => (p.Row * people) + p.Column)];
    }

    static double[] Counts(ReadOnlySpan<byte> steps, int[] places, int count)
    {
        var counts = new double[count];
        foreach (var at in places) counts[steps[at]]++;
        return counts;
    }

    static double[] Ratios(double[] among, double[] all)
    {
        double[] share = [.. all.Select(a => (a + 1) / (all.Sum() + all.Length))];
        return [.. among.Select((a, step) => Math.Log((a + (PriorPairs * share[step])) / (among.Sum() + PriorPairs) / share[step]))];
    }

    static ChartRatioLearning Mean(IReadOnlyList<ChartRatioLearning> of) => new(Mean([.. of.Select(o => o.Reports)]), Mean([.. of.Select(o => o.Colleagues)]));

    static double[][] Mean(double[][][] tables) => [.. tables[0].Select((row, trait) => row.Select((_, step) => tables.Average(t => t[trait][step])).ToArray())];
}
