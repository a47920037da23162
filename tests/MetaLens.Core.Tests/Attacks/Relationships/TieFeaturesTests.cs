using MetaLens.Attacks.Relationships;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.Relationships;

public class TieFeaturesTests
{
    const long Day = 86_400;

    // a and b: two there, one back, on two days; a and c: one on the first day.
    static readonly Observation Three = Logs.Seen(("a", "b", 0), ("b", "a", 60), ("a", "c", 120), ("a", "b", Day));

    [Fact]
    public void Closeness_is_the_sum_of_its_parts_by_hand_and_nothing_without_a_tie()
    {
        var features = new TieFeatures(Three);
        // Three messages on two days, one back for two there; three of a's four deliveries, all three of b's.
        Assert.Equal(Math.Log(4) + Math.Log(3) + 0.5 + 0.75 + 1, features.Closeness(Party("a"), Party("b")), 12);
        Assert.Equal(features.Closeness(Party("a"), Party("b")), features.Closeness(Party("b"), Party("a")));
        Assert.Equal(0, features.Closeness(Party("b"), Party("c")));
    }

    [Fact]
    public void Ties_come_once_each_by_lower_and_higher_index() =>
        Assert.Equal([(Party("a"), Party("b")), (Party("a"), Party("c"))], new TieFeatures(Three).Ties);

    [Fact]
    public void The_numbers_of_the_tie_itself_stand_last_as_by_hand()
    {
        var row = new TieFeatures(Three).Of(Party("a"), Party("b"));
        // Days, span in days, reciprocity, night (the first two, at midnight UTC, and the third a day later), weekend (1970-01-01 was a Thursday), messages a day, part of the strongest tie of either end.
        Assert.Equal([Math.Log(3), Math.Log(2), 0.5, 1, 0, Math.Log(1 + (3 / 3.0)), 1, 1], row[^8..].Select(x => Math.Round(x, 12)), (x, y) => Math.Abs(x - y) < 1e-9);
        Assert.Equal(1 / 3.0, new TieFeatures(Three).Of(Party("a"), Party("c"))[^2], 12);
    }

    [Fact]
    public void A_pair_has_as_many_finite_numbers_with_or_without_a_tie_whatever_its_order_but_for_the_ends_own_part()
    {
        var seen = Lens.None.Observe(Logs.Random(seed: 8));
        var features = new TieFeatures(seen);
        var pairs = from a in Enumerable.Range(0, seen.PartyCount) from b in Enumerable.Range(0, seen.PartyCount) where a != b select (A: new PartyId(a), B: new PartyId(b));
        Assert.All(pairs, p =>
        {
            double[] there = features.Of(p.A, p.B), back = features.Of(p.B, p.A);
            Assert.All(there, x => Assert.True(double.IsFinite(x)));
            Assert.Equal(there[..^2], back[..^2]);
            Assert.Equal((there[^2], there[^1]), (back[^1], back[^2]));
        });
    }

    [Fact]
    public void More_than_five_thousand_parties_are_refused()
    {
        var log = new MessageLogBuilder();
        for (var p = 0; p < 5000; p++) log.Add(new MessageRecord { SentAt = 0, Sender = log.Actor($"p{p}"), Recipients = [log.Actor($"p{p + 1}")], Size = 1 });
        Assert.Contains("5000", Assert.Throws<ArgumentException>(() => new TieFeatures(Lens.None.Observe(log.Build()))).Message, StringComparison.Ordinal);
    }

    static PartyId Party(string name) => new(Enumerable.Range(0, Three.PartyCount).Single(p => Three.NameOf(new PartyId(p)) == name));
}
