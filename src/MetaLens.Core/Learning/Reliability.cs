using System.Collections.Immutable;

namespace MetaLens.Learning;

/// <summary>Whether probabilities mean what they say: of the examples given about p, the share p should be a yes.</summary>
/// <param name="Bins">Examples by the probability they were given, from low to high; bins without examples are left out.</param>
/// <param name="ExpectedError">Mean over the examples of |share of yes − mean probability| of their bin, 0 … 1 (ECE); NaN without examples.</param>
public sealed record Reliability(ImmutableArray<ReliabilityBin> Bins, double ExpectedError)
{
    /// <summary>
    /// Sorts examples into bins of equal width. Expected calibration error as Naeini, Cooper and Hauskrecht (2015), <c>doi:10.1609/aaai.v29i1.9602</c>. O(n).
    /// </summary>
    /// <param name="probabilities">0 … 1 each.</param>
    /// <param name="labels">What was true.</param>
    /// <param name="bins">How many bins, 1 and up.</param>
    /// <exception cref="ArgumentException">Not as many labels as probabilities.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No bins.</exception>
    public static Reliability Of(IReadOnlyList<double> probabilities, IReadOnlyList<bool> labels, int bins = 10)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (probabilities.Count != labels.Count) throw new ArgumentException($"Probabilities and labels belong together; found {probabilities.Count} and {labels.Count}.", nameof(labels));
        var (sum, yes, count) = (new double[bins], new int[bins], new int[bins]);
        for (var i = 0; i < probabilities.Count; i++)
        {
            var bin = Math.Clamp((int)(probabilities[i] * bins), 0, bins - 1);
            sum[bin] += probabilities[i];
            count[bin]++;
            yes[bin] += labels[i] ? 1 : 0;
        }
        ImmutableArray<ReliabilityBin> filled = [.. Enumerable.Range(0, bins).Where(b => count[b] > 0).Select(b => new ReliabilityBin(sum[b] / count[b], (double)yes[b] / count[b], count[b]))];
        return new Reliability(filled, filled.Sum(b => b.Count * Math.Abs(b.ShareOfYes - b.MeanProbability)) / probabilities.Count);
    }
}
