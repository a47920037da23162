using MetaLens.Attacks.FuzzyTags;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.FuzzyTags;

public class FuzzyTagTestTests
{
    [Fact]
    public void The_tail_is_the_binomials()
    {
        // By hand: P[Binomial(3, 1/2) ≥ 2] = (3 + 1)/8; P[Binomial(2, 0.1) ≥ 2] = 0.01.
        Assert.Equal(0.5, FuzzyTagTest.ChanceOf(3, 2, 0.5), 12);
        Assert.Equal(0.01, FuzzyTagTest.ChanceOf(2, 2, 0.1), 12);
        Assert.Equal(1, FuzzyTagTest.ChanceOf(5, 0, 0.1));
    }

    /// <summary>
    /// First 20,000 messages, rates 2^−1 … 2^−7 uniformly over receivers, threshold 1e-4. Published: 7 % of EU mail's and 4.3 % of College's links; an independent script with these rates: 10.7 % (2.5 % of the
    /// found false) and 5.3 % (7.2 % false).
    /// </summary>
    [Theory]
    [InlineData("email", 0.107, 0.025)]
    [InlineData("college", 0.053, 0.072)]
    public void A_server_relearns_as_many_links_as_published(string data, double found, double wrong)
    {
        var log = data == "email" ? Logs.EmailEu() : Logs.CollegeMsg();
        var (share, falseShare) = Relearned(log, 20_000, new Random(1));
        Assert.InRange(share, found - 0.02, found + 0.02);
        Assert.InRange(falseShare, 0, wrong + 0.05);
    }

    static (double Found, double False) Relearned(MessageLog log, int messages, Random random)
    {
        var to = new Dictionary<(int, int), int>();
        var sent = new Dictionary<int, int>();
        for (var i = 0; i < messages; i++)
        {
            var s = log.Sender[i];
            sent[s] = sent.GetValueOrDefault(s) + 1;
            to[(s, log.RecipientsOf(i)[0])] = to.GetValueOrDefault((s, log.RecipientsOf(i)[0])) + 1;
        }
        var receivers = to.Keys.Select(k => k.Item2).Distinct().Order().ToDictionary(r => r, _ => Math.Pow(2, -1 - random.Next(7)));
        int right = 0, wrong = 0;
        foreach (var (s, n) in sent.OrderBy(x => x.Key))
            foreach (var (r, rate) in receivers)
            {
                var meant = to.GetValueOrDefault((s, r));
                var matching = meant;
                for (var i = meant; i < n; i++) matching += random.NextDouble() < rate ? 1 : 0;
                if (FuzzyTagTest.ChanceOf(n, matching, rate) >= FuzzyTagTest.PublishedThreshold) continue;
                if (meant > 0) right++;
                else wrong++;
            }
        return (right / (double)to.Count, wrong / (double)Math.Max(1, right + wrong));
    }
}
