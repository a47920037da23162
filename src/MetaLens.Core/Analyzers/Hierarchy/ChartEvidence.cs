using System.Collections.Immutable;

namespace MetaLens.Analyzers.Hierarchy;

/// <summary>What speaks for each pair being manager and employee, and for each being colleagues under one manager: sums of <see cref="ChartRatios"/>, tempered because the traits say partly the same.</summary>
sealed class ChartEvidence
{
    const float ReportsTemper = 0.4f, ColleaguesTemper = 0.25f;
    const double TopWeight = 20;
    readonly ImmutableArray<double> _standing;

    /// <summary>Weighs all pairs. O(people²).</summary>
    /// <param name="traits">What the mail tells of each pair.</param>
    public ChartEvidence(ChartTraits traits)
    {
        _standing = traits.Standing;
        Reports = Sums(ChartRatios.Reports, traits.Reports, ReportsTemper);
        Colleagues = Sums(ChartRatios.Colleagues, traits.Colleagues, ColleaguesTemper);
    }

    /// <summary>Log odds that the row manages the column.</summary>
    public float[] Reports { get; }

    /// <summary>Log odds, up to a constant, that somebody stands at the very top: who has neither ties nor standing would otherwise end there, where no manager is to be found.</summary>
    public double Top(int person) => TopWeight * _standing[person];

    /// <summary>Log odds that both have one manager; symmetric.</summary>
    public float[] Colleagues { get; }

    float[] Sums(ImmutableArray<ImmutableArray<float>> ratios, Func<int, ReadOnlySpan<byte>> steps, float temper)
    {
        var people = _standing.Length;
        var sums = new float[people * people];
        for (var trait = 0; trait < ratios.Length; trait++)
        {
            var step = steps(trait);
            for (var at = 0; at < sums.Length; at++) sums[at] += ratios[trait][step[at]];
        }
        for (var at = 0; at < sums.Length; at++) sums[at] = at % (people + 1) == 0 ? 0 : temper * sums[at];
        return sums;
    }
}
