using MetaLens.Attacks.StatisticalDisclosure;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.StatisticalDisclosure;

/// <summary>
/// The published simulation of sealed sender (Martiny et al., NDSS 2021), a million users and 800 messages a second. Re-run by an independent program at these parameters: median 9 (most 21) of 100
/// iterations without popular users, 9 (most 26) with 1,000. 60 iterations here, for time.
/// </summary>
public class SealedSenderExperimentTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void The_published_count_needs_a_median_of_8_to_10_messages(int popular) =>
        Assert.InRange(Median(SealedSenderExperiment.Run(new SealedSenderOptions { PopularUsers = popular, Iterations = 60, MostEpochs = 40 }, seed: 1, TestContext.Current.CancellationToken).Counted), 8, 10);

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void Ten_other_epochs_for_each_of_the_targets_and_the_likelihood_need_a_median_of_at_most_7(int popular) =>
        Assert.InRange(Median(SealedSenderExperiment.Run(new SealedSenderOptions { PopularUsers = popular, OtherEpochs = 10, Iterations = 20 }, seed: 1, TestContext.Current.CancellationToken).Likelihood), 4, 7);

    [Fact]
    public void Receipts_that_fall_elsewhere_in_a_third_of_the_epochs_cost_the_attacker_messages()
    {
        var options = new SealedSenderOptions { Iterations = 30, MostEpochs = 60 };
        var prompt = SealedSenderExperiment.Run(options, seed: 2, TestContext.Current.CancellationToken);
        var late = SealedSenderExperiment.Run(options with { ReceiptElsewhereShare = 0.33 }, seed: 2, TestContext.Current.CancellationToken);
        Assert.True(Median(late.Counted) > Median(prompt.Counted));
        Assert.InRange(Median(late.Likelihood), Median(prompt.Likelihood) + 1, Median(late.Counted));
    }

    [Fact]
    public void The_same_seed_gives_the_same_iterations()
    {
        var options = new SealedSenderOptions { Users = 10_000, MessagesPerEpoch = 100, Iterations = 5 };
        SealedSenderResult Run() => SealedSenderExperiment.Run(options, seed: 3, TestContext.Current.CancellationToken);
        Assert.Equal(Run().Counted, Run().Counted);
        Assert.Equal(Run().Likelihood, Run().Likelihood);
    }

    [Fact]
    public void Without_receipts_nobody_is_named_first_more_often_than_chance()
    {
        // Nine of ten receipts elsewhere and three epochs: whoever is first, it is rarely she.
        var result = SealedSenderExperiment.Run(new SealedSenderOptions { Users = 10_000, ReceiptElsewhereShare = 0.9, MostEpochs = 3, Iterations = 50 }, seed: 4, TestContext.Current.CancellationToken);
        Assert.InRange(result.Counted.Count(n => n <= 3), 0, 3);
    }

    static double Median(IEnumerable<int> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2.0;
    }
}
