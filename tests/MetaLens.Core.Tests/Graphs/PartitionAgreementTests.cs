using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class PartitionAgreementTests
{
    [Fact]
    public void A_group_split_in_two_by_hand()
    {
        int[] first = [0, 0, 1, 2], second = [0, 0, 1, 1];
        // Pairs together: 1 in both, 1 in the first, 2 in the second, 6 in all: (1 − 1/3)/(3/2 − 1/3) = 4/7.
        Assert.Equal(4.0 / 7, PartitionAgreement.AdjustedRandIndex(first, second), 1e-12);
        // H(first) − I = 1/2 ln 2, H(second) = I.
        Assert.Equal(Math.Log(2) / 2, PartitionAgreement.VariationOfInformation(first, second), 1e-12);
    }

    [Fact]
    public void Mutual_information_is_adjusted_by_its_mean_over_all_ways_to_deal_the_nodes_out()
    {
        int[] first = [0, 0, 0, 1, 1, 2, 2], second = [0, 0, 1, 1, 1, 1, 0];
        var orders = Orders([.. second]).ToList();
        var expected = orders.Average(order => Mutual(first, order));
        var entropies = (Mutual(first, first) + Mutual(second, second)) / 2;
        Assert.Equal((Mutual(first, second) - expected) / (entropies - expected),
            PartitionAgreement.AdjustedMutualInformation(first, second), 1e-12);
    }

    [Fact]
    public void The_same_division_agrees_fully_under_any_names_and_random_ones_not_at_all()
    {
        var random = new Random(1);
        var labels = Enumerable.Range(0, 2000).Select(_ => random.Next(8)).ToArray();
        int[] same = [.. labels.Select(l => 7 - l)], other = [.. labels.Select(_ => random.Next(5))];
        Assert.Equal(1, PartitionAgreement.AdjustedMutualInformation(labels, same), 1e-9);
        Assert.Equal(1, PartitionAgreement.AdjustedRandIndex(labels, same), 1e-12);
        Assert.Equal(0, PartitionAgreement.VariationOfInformation(labels, same), 1e-9);
        Assert.Equal(0, PartitionAgreement.AdjustedMutualInformation(labels, other), 0.01);
        Assert.Equal(0, PartitionAgreement.AdjustedRandIndex(labels, other), 0.01);
    }

    [Fact]
    public void All_together_all_apart_and_nothing_are_defined()
    {
        int[] together = [0, 0, 0], apart = [0, 1, 2], none = [];
        foreach (var p in new[] { together, apart, none })
            Assert.Equal((1, 1), (PartitionAgreement.AdjustedRandIndex(p, p), PartitionAgreement.AdjustedMutualInformation(p, p)));
        Assert.Equal(0, PartitionAgreement.AdjustedRandIndex(together, apart));
        Assert.Equal(0, PartitionAgreement.AdjustedMutualInformation(together, apart), 1e-9);
        Assert.Throws<ArgumentException>(() => PartitionAgreement.AdjustedRandIndex(together, none));
    }

    static double Mutual(int[] a, int[] b)
    {
        double n = a.Length;
        return a.Zip(b).CountBy(p => p).Sum(cell => cell.Value / n * Math.Log(cell.Value * n / ((double)a.Count(x => x == cell.Key.First) * b.Count(x => x == cell.Key.Second))));
    }

    static IEnumerable<int[]> Orders(List<int> left)
    {
        if (left.Count == 0) yield return [];
        for (var i = 0; i < left.Count; i++)
        {
            var rest = left.ToList();
            rest.RemoveAt(i);
            foreach (var order in Orders(rest)) yield return [left[i], .. order];
        }
    }
}
