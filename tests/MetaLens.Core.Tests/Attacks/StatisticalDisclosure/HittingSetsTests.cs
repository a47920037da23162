using MetaLens.Attacks.StatisticalDisclosure;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.StatisticalDisclosure;

public class HittingSetsTests
{
    [Fact]
    public void The_smallest_set_that_meets_every_round_is_found()
    {
        // By hand: rounds {1,2}, {1,3}, {4,2}, {4,3}: {1,4} and {2,3} meet all; with {1,5} added only {1,4} does.
        Assert.Equal(2, Smallest([1, 2], [1, 3], [4, 2], [4, 3]).Count);
        Assert.Equal([1, 4], Assert.Single(Smallest([1, 2], [1, 3], [4, 2], [4, 3], [1, 5])));
    }

    [Fact]
    public void Nobody_is_named_for_a_sender_who_never_sent() => Assert.Empty(HittingSets.Smallest(new BatchRounds([[0, 1.0]], [[1.0, 0]]), 0, 3, TestContext.Current.CancellationToken));

    [Theory]
    [InlineData(3, 100)]
    [InlineData(3, 3000)]
    public void Contacts_are_certain_after_at_most_about_m_ln_N_rounds(int contacts, int people)
    {
        // O'Connor (2008): t* = O(m ln N); batches of 10, so that strangers rarely meet all rounds. At least every contact must have been written to.
        var needed = Enumerable.Range(0, 9).Select(seed => RoundsUntilCertain(contacts, people, seed)).Order().ElementAt(4);
        Assert.InRange(needed, contacts, 2 * contacts * Math.Log(people));
    }

    static int RoundsUntilCertain(int contacts, int people, int seed)
    {
        var random = new Random(seed);
        List<double[]> sent = [], received = [];
        while (sent.Count < 200)
        {
            sent.Add([1.0]);
            var round = new double[people];
            round[random.Next(contacts)]++;
            for (var other = 1; other < 10; other++) round[random.Next(people)]++;
            received.Add(round);
            if (HittingSets.Smallest(new BatchRounds([.. sent], [.. received]), 0, contacts, TestContext.Current.CancellationToken) is [var only] && only.SequenceEqual(Enumerable.Range(0, contacts))) break;
        }
        return sent.Count;
    }

    static IReadOnlyList<int[]> Smallest(params int[][] rounds) => HittingSets.Smallest(
        new BatchRounds([.. rounds.Select(_ => new[] { 1.0 })], [.. rounds.Select(round => Enumerable.Range(0, 6).Select(r => round.Contains(r) ? 1.0 : 0).ToArray())]), 0, 3, TestContext.Current.CancellationToken);
}
