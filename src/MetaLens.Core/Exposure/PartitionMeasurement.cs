using MetaLens.Graphs;

namespace MetaLens.Exposure;

/// <summary>Agreement of two divisions: adjusted mutual information, negative values as 0; guessing gives 0.</summary>
/// <param name="guessed">Group of each subject as guessed.</param>
/// <param name="truth">Group of each subject in truth.</param>
public sealed class PartitionMeasurement(int[] guessed, int[] truth) : Measurement
{
    // Pair by pair of groups: what is drawn is then in order already, which is how agreement is counted.
    readonly int[] _byGroups = [.. Enumerable.Range(0, truth.Length).OrderBy(s => guessed[s]).ThenBy(s => truth[s])];

    /// <inheritdoc/>
    public override int Subjects => truth.Length;

    /// <summary>The same division agrees over any draw.</summary>
    public override bool Varies { get; } = !guessed.AsSpan().SequenceEqual(truth);

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<int> draw)
    {
        // A subject drawn twice would agree with itself; each counts once.
        var drawn = new bool[truth.Length];
        foreach (var s in draw) drawn[s] = true;
        int[] a = new int[truth.Length], b = new int[truth.Length];
        var count = 0;
        foreach (var s in _byGroups)
            if (drawn[s]) (a[count], b[count++]) = (guessed[s], truth[s]);
        return Math.Clamp(PartitionAgreement.AdjustedMutualInformation(a.AsSpan(0, count), b.AsSpan(0, count)), 0, 1);
    }

    /// <inheritdoc/>
    public override double Chance(ReadOnlySpan<int> draw) => 0;
}
