using MetaLens.Attacks.StatisticalDisclosure;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.StatisticalDisclosure;

/// <summary>100 people with 5 contacts each, batches of 10: the setting of the public SDA notebooks. Chance of a contact among the first five: 5 %.</summary>
public class BatchDisclosureTests
{
    const int People = 100, Contacts = 5, Batch = 10;

    [Fact]
    public void Least_squares_finds_almost_all_contacts_and_more_than_the_older_attacks()
    {
        var (rounds, contacts) = Simulated(seed: 1, rounds: 1000, shuffled: false);
        double plain = Found(contacts, s => BatchDisclosure.Plain(rounds, s)), background = Found(contacts, s => BatchDisclosure.WithBackground(rounds, s));
        var shares = BatchDisclosure.LeastSquares(rounds);
        var least = Found(contacts, s => shares[s]);
        Assert.InRange(plain, 0.7, 1);
        Assert.True(background >= plain - 0.05);
        Assert.True(least >= background, $"{least} {background}");
        var positive = BatchDisclosure.NonNegative(rounds, TestContext.Current.CancellationToken);
        Assert.True(Found(contacts, s => positive[s]) >= least - 0.02);
        Assert.InRange(Found(contacts, s => BatchDisclosure.SmartNoise(rounds, s)), background - 0.05, 1);
    }

    [Fact]
    public void Rounds_whose_outputs_are_shuffled_give_nothing_away()
    {
        var (rounds, contacts) = Simulated(seed: 2, rounds: 1000, shuffled: true);
        Assert.InRange(Found(contacts, s => BatchDisclosure.WithBackground(rounds, s)), 0, 0.12);
    }

    [Fact]
    public void Least_squares_overtakes_the_older_attacks_with_enough_rounds()
    {
        double Mean(int rounds, Func<BatchRounds, double[][]> attack) => BatchExperiment.SharesFound(new BatchExperimentOptions { Rounds = rounds, Repeats = 2 }, attack, seed: 3).Average();
        static double[][] All(BatchRounds rounds, Func<int, double[]> attack) => [.. Enumerable.Range(0, People).Select(attack)];
        double[] older = [.. new[] { 100, 300, 1000 }.Select(n => Mean(n, r => All(r, s => BatchDisclosure.Plain(r, s))))], least = [.. new[] { 100, 300, 1000 }.Select(n => Mean(n, r => BatchDisclosure.LeastSquares(r)))];
        Assert.True(older is [var a, var b, var c] && a < b && b < c);
        Assert.True(least[0] < least[1] && least[1] < least[2]);
        Assert.True(least[2] > older[2] + 0.01, $"{least[2]} {older[2]}");
    }

    [Fact]
    public void A_sender_who_never_sent_has_no_scores() =>
        Assert.All(BatchDisclosure.WithBackground(new BatchRounds([[0, 1.0]], [[1.0, 0]]), 0), score => Assert.Equal(0, score));

    static double Found(int[][] contacts, Func<int, double[]> scores) => contacts.Select((own, s) =>
    {
        var estimate = scores(s);
        return Enumerable.Range(0, People).OrderByDescending(r => estimate[r]).Take(Contacts).Intersect(own).Count() / (double)Contacts;
    }).Average();

    static (BatchRounds Rounds, int[][] Contacts) Simulated(int seed, int rounds, bool shuffled)
    {
        var random = new Random(seed);
        int[][] contacts = [.. Enumerable.Range(0, People).Select(_ => Enumerable.Range(0, People).OrderBy(_ => random.Next()).Take(Contacts).ToArray())];
        double[][] sent = [.. Enumerable.Range(0, rounds).Select(_ => new double[People])], received = [.. Enumerable.Range(0, rounds).Select(_ => new double[People])];
        for (var i = 0; i < rounds * Batch; i++)
        {
            var from = random.Next(People);
            sent[i / Batch][from]++;
            received[i / Batch][contacts[from][random.Next(Contacts)]]++;
        }
        if (shuffled) random.Shuffle(received);
        return (new BatchRounds([.. sent], [.. received]), contacts);
    }
}
