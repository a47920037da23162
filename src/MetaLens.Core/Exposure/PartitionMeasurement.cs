using MetaLens.Graphs;

namespace MetaLens.Exposure;

/// <summary>Agreement of two divisions: adjusted mutual information, negative values as 0; guessing gives 0.</summary>
public sealed class PartitionMeasurement : Measurement
{
    readonly Contingency _all;
    readonly int[] _cellOf;
    readonly LogFactorials _logs;

    /// <summary>Lays the divisions over each other.</summary>
    /// <param name="guessed">Group of each subject as guessed.</param>
    /// <param name="truth">Group of each subject in truth.</param>
    public PartitionMeasurement(int[] guessed, int[] truth)
    {
        ArgumentNullException.ThrowIfNull(guessed);
        ArgumentNullException.ThrowIfNull(truth);
        _all = Contingency.Of(guessed, truth, out _cellOf);
        _logs = new LogFactorials(truth.Length);
        Varies = !guessed.AsSpan().SequenceEqual(truth);
    }

    /// <inheritdoc/>
    public override int Subjects => _cellOf.Length;

    /// <summary>The same division agrees over any draw.</summary>
    public override bool Varies { get; }

    /// <inheritdoc/>
    public override double Score(ReadOnlySpan<int> draw)
    {
        // A subject drawn twice would agree with itself; each counts once.
        var drawn = new bool[Subjects];
        var counts = new int[_all.Cells.Count];
        foreach (var s in draw)
        {
            counts[_cellOf[s]] += drawn[s] ? 0 : 1;
            drawn[s] = true;
        }
        return Math.Clamp(PartitionAgreement.AdjustedMutualInformation(_all.Of(counts), _logs), 0, 1);
    }

    /// <inheritdoc/>
    public override double Chance(ReadOnlySpan<int> draw) => 0;
}
