using MetaLens.Attacks.StatisticalDisclosure;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.StatisticalDisclosure;

/// <summary>Party 0 writes to 1, 2 and 3 of its own accord; 4, 5 and 6 write to it, and it answers them in one of the next three rounds, half of its messages.</summary>
public class TwoSidedDisclosureTests
{
    [Fact]
    public void Those_who_are_only_answered_are_told_from_those_written_to()
    {
        var rounds = Made(seed: 1);
        double[] one = BatchDisclosure.WithBackground(rounds, 0), two = TwoSidedDisclosure.Scores(rounds, 0, replyShare: 0.5, horizon: 3);
        double Lead(double[] scores) => scores[1..4].Average() - scores[4..7].Average();
        Assert.True(Lead(two) > Lead(one) + 0.1, $"{Lead(two)} {Lead(one)}");
        Assert.Equal([1, 2, 3], Enumerable.Range(0, two.Length).OrderByDescending(r => two[r]).Take(3).Order());
    }

    [Fact]
    public void Without_answers_it_is_the_one_sided_attack() => Assert.Equal(BatchDisclosure.WithBackground(Made(seed: 2), 0), TwoSidedDisclosure.Scores(Made(seed: 2), 0, replyShare: 0, horizon: 3));

    [Fact]
    public void Not_all_messages_can_be_answers() => Assert.Throws<ArgumentOutOfRangeException>(() => TwoSidedDisclosure.Scores(Made(seed: 3), 0, replyShare: 1, horizon: 3));

    static BatchRounds Made(int seed)
    {
        const int People = 40, Rounds = 2000, Others = 6;
        var random = new Random(seed);
        double[][] sent = [.. Enumerable.Range(0, Rounds + 4).Select(_ => new double[People])], received = [.. Enumerable.Range(0, Rounds + 4).Select(_ => new double[People])];
        for (var i = 0; i < Rounds; i++)
        {
            for (var other = 0; other < Others; other++) Send(i, 7 + random.Next(People - 7), 7 + random.Next(People - 7));
            if (i % 4 != 0) continue;
            var asker = 4 + random.Next(3);
            Send(i, asker, 0);
            Send(i + 1 + random.Next(3), 0, asker);
            Send(i + 1 + random.Next(3), 0, 1 + random.Next(3));
        }
        return new BatchRounds([.. sent], [.. received]);

        void Send(int round, int from, int to)
        {
            sent[round][from]++;
            received[round][to]++;
        }
    }
}
