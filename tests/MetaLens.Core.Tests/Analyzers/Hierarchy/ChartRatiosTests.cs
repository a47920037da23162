using System.Collections.Immutable;
using MetaLens.Analyzers.Hierarchy;
using MetaLens.Graphs;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Hierarchy;

/// <summary>The shipped tables against the invented organisations that they were learned from.</summary>
public class ChartRatiosTests
{
    // Rounding of the shipped digits, and sums that another processor adds in another order.
    const double Tolerance = 0.02;

    [Fact]
    public void The_shipped_tables_are_what_the_invented_organisations_teach()
    {
        var learned = ChartRatioLearning.OfAllKinds();
        AreEqual(learned.Reports, ChartRatios.Reports);
        AreEqual(learned.Colleagues, ChartRatios.Colleagues);
    }

    [Fact]
    public void Departments_are_found_better_by_logarithmic_weights_than_by_messages()
    {
        var made = OrganisationStyle.All.Select(style => InventedOrganisation.Make(style, seed: 1)).ToArray();
        Assert.True(MeanAgreement(made, TieWeight.LogMessages) > MeanAgreement(made, TieWeight.Messages) + 0.02);
    }

    static double MeanAgreement(InventedOrganisation[] made, TieWeight weight) => made.Average(o =>
    {
        var found = Leiden.Of(GraphBuilder.Undirected(o.Seen), new LeidenOptions { Weight = weight, Runs = 10 }, TestContext.Current.CancellationToken);
        return PartitionAgreement.AdjustedMutualInformation([.. found.Partition.Group], o.Department);
    });

    static void AreEqual(double[][] learned, ImmutableArray<ImmutableArray<float>> shipped)
    {
        Assert.Equal(learned.Select(row => row.Length), shipped.Select(row => row.Length));
        foreach (var (one, other) in learned.SelectMany(row => row).Zip(shipped.SelectMany(row => row))) Assert.Equal(one, other, Tolerance);
    }
}
