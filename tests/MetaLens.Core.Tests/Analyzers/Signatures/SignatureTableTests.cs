using MetaLens.Analyzers.Frequency;
using MetaLens.Analyzers.Signatures;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Signatures;

public class SignatureTableTests
{
    // By hand: disjoint support is one bit apart; (1) against (½, ½): H(¾, ¼) − ½ = 0.8113 − 0.5.
    [Fact]
    public void Distance_is_the_Jensen_Shannon_divergence_in_bits()
    {
        Assert.Equal(0, SignatureTable.Distance([0.6, 0.4], [0.6, 0.4]), 12);
        Assert.Equal(1, SignatureTable.Distance([1], [0, 1]), 12);
        Assert.Equal(0.3112781, SignatureTable.Distance([1], [0.5, 0.5]), 7);
    }

    [Fact]
    public void A_habit_that_outlives_its_contacts_is_seen()
    {
        var messages = new List<(string, string, long)>();
        for (var i = 0; i < 80; i++)
        {
            // ann: three to a favourite for one to another, new people in the second half; zoe: evenly to four.
            var half = i < 40 ? 1 : 2;
            messages.Add(("ann", i % 4 == 0 ? $"x{half}" : $"y{half}", i * 100));
            messages.Add(("zoe", $"z{i % 4}", i * 100 + 1));
        }
        var seen = Logs.Seen([.. messages]);
        var ann = SignatureTable.Of(seen, 2, 20, seed: 0)[0];
        Assert.Equal([0.375, 0.375, 0.125, 0.125], ann.Shares);
        Assert.InRange(ann.SelfDistance, 0, 0.01);
        Assert.Equal(1, ann.Turnover);
        Assert.True(ann.ReferenceDistance > 0.1);
    }

    // Saramäki et al. 2014: signatures persist although contacts change; here on other people, so only the direction is expected.
    [Fact]
    public void Most_people_of_the_Copenhagen_study_are_more_like_themselves_than_like_others()
    {
        var all = SignatureTable.Of(Lens.None.Observe(Logs.CopenhagenSms()), 2, 20, seed: 0);
        Assert.InRange(all.Count, 50, 568);
        Assert.InRange(all.Count(s => s.SelfDistance < s.ReferenceDistance) / (double)all.Count, 0.7, 1);
    }

    // What everybody received of everybody is what everybody sent in a log turned round.
    [Fact]
    public void Signatures_of_what_was_received_are_those_of_what_was_sent_turned_round()
    {
        var messages = new List<(string, string, long)>();
        var random = new Random(4);
        for (var i = 0; i < 400; i++) messages.Add(($"a{random.Next(5)}", $"b{random.Next(5)}", i * 100));
        Observation seen = Logs.Seen([.. messages]), turned = Logs.Seen([.. messages.Select(m => (m.Item2, m.Item1, m.Item3))]);
        Assert.Equal(Told(turned, Direction.Sent), Told(seen, Direction.Received));
        // With nobody writing back, either way is both: senders by what they sent, recipients by what they received.
        Assert.Equal([.. Told(seen, Direction.Sent).Select(t => t.Split(':')[0]).Concat(Told(seen, Direction.Received).Select(t => t.Split(':')[0])).Order()], Told(seen, Direction.Both).Select(t => t.Split(':')[0]).Order());

        static string[] Told(Observation seen, Direction direction) =>
            [.. SignatureTable.Of(seen, 2, 10, seed: 0, direction).Select(s => $"{seen.NameOf(s.Party)} {string.Join(' ', s.Shares)}: {s.SelfDistance:R} {s.Turnover:R}").Order()];
    }
}
