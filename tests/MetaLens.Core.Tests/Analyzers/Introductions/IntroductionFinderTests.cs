using MathNet.Numerics.Distributions;
using MetaLens.Analyzers.Introductions;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Introductions;

public class IntroductionFinderTests
{
    const long Day = 86_400;

    [Fact]
    public void Two_who_meet_after_writing_with_a_third_were_introduced_by_the_one_heard_from_last()
    {
        var seen = Logs.Seen(("x", "y", 0),
            ("host", "ann", 5 * Day), ("bob", "host", 5 * Day + 60), ("old", "ann", 5 * Day - 600), ("bob", "old", 5 * Day - 600), ("ann", "bob", 5 * Day + 300), ("bob", "ann", 5 * Day + 400));
        var all = IntroductionFinder.Of(seen, Day * 1000);
        var found = Assert.Single(all.Introductions, f => f.At == (5 * Day + 300) * 1000);
        Assert.Equal(("ann", "bob", "host", 2), (seen.NameOf(found.A), seen.NameOf(found.B), seen.NameOf(found.Via), found.Candidates));
        // By hand: ann, bob, host and old have two contacts each in the day before, Σk = 8; host and old give Σk(k − 1) = 4; 2·2·4/8² = 0.25 expected. P[X ≥ 2] = 1 − 1.25 e^(−0.25).
        Assert.Equal(0.25, found.Expected, 1e-12);
        Assert.Equal(0.0264990, found.PValue, 1e-6);
        // Five first contacts have a past; the other four have no common contact, p = 1.
        Assert.Equal(5, all.Count);
        Assert.Equal(Math.Min(1, 5 * found.PValue), found.Corrected, 1e-12);
    }

    [Fact]
    public void What_lies_longer_ago_than_the_window_introduces_nobody()
    {
        var seen = Logs.Seen(("x", "y", 0), ("host", "ann", 5 * Day), ("host", "bob", 5 * Day), ("ann", "bob", 7 * Day));
        var all = IntroductionFinder.Of(seen, Day * 1000);
        Assert.Empty(all.Introductions);
        Assert.Equal((3, 0.0), (all.Count, all.ByChance));
    }

    // Counted anew from all messages before each first contact.
    [Fact]
    public void Chance_is_that_of_the_contacts_in_the_window_whatever_moved_through_it()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var seen = Lens.None.Observe(Logs.Random(seed, actors: 40, messages: 400, days: 20));
            var window = (1 + seed % 5) * Day * 1000;
            var all = IntroductionFinder.Of(seen, window);
            Assert.InRange(all.ByChance, 0, all.Count);
            foreach (var f in all.Introductions)
            {
                var row = Enumerable.Range(0, seen.Count).First(i => seen.SeenAt[i] == f.At && seen.Sender[i] == f.A.Index && seen.RecipientsOf(i)[0] == f.B.Index);
                var contacts = Enumerable.Range(0, seen.PartyCount).Select(_ => new HashSet<int>()).ToArray();
                for (var i = 0; i < row; i++)
                {
                    var (s, r) = (seen.Sender[i], seen.RecipientsOf(i)[0]);
                    if (s == r || seen.SeenAt[i] < f.At - window) continue;
                    contacts[s].Add(r);
                    contacts[r].Add(s);
                }
                double ends = contacts.Sum(c => c.Count), paths = contacts.Where((_, p) => p != f.A.Index && p != f.B.Index).Sum(c => c.Count * (c.Count - 1.0));
                var mean = contacts[f.A.Index].Count * contacts[f.B.Index].Count * paths / (ends * ends);
                Assert.Equal(contacts[f.A.Index].Intersect(contacts[f.B.Index]).Count(), f.Candidates);
                Assert.Equal(mean, f.Expected, 1e-9);
                Assert.Equal(mean == 0 ? 0 : 1 - Poisson.CDF(mean, f.Candidates - 1), f.PValue, 1e-9);
                Assert.InRange(f.Corrected, f.PValue, 1);
            }
        }
    }

    // In a log where everybody writes to anybody there is nothing to find; among students who meet through one another there is.
    [Fact]
    public void Random_talk_has_as_many_common_contacts_as_chance_and_real_talk_more()
    {
        var random = IntroductionFinder.Of(Lens.None.Observe(Even(300, 4000)), Day * 1000);
        Assert.InRange(random.Introductions.Count / random.ByChance, 0.7, 1.3);
        Assert.InRange(random.Introductions.Count(f => f.Corrected <= 0.05), 0, 2);
        var real = IntroductionFinder.Of(Lens.None.Observe(Logs.CopenhagenSms()), 7 * Day * 1000);
        Assert.True(real.Introductions.Count > 2 * real.ByChance);
        Assert.Contains(real.Introductions, f => f.Corrected <= 0.05);
    }

    static MessageLog Even(int actors, int messages)
    {
        var random = new Random(5);
        return Logs.Of([.. Enumerable.Range(0, messages).Select(i =>
        {
            var from = random.Next(actors);
            return ($"a{from}", $"a{(from + 1 + random.Next(actors - 1)) % actors}", i * 20 * Day / messages);
        })]);
    }
}
