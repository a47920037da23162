using MetaLens.Attacks.Attributes;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.Attributes;

public class PartyFeaturesTests
{
    static readonly Observation Star = Logs.Seen(("a", "b", 0), ("a", "c", 60), ("d", "a", 120), ("a", "e", 180), ("b", "c", 240));

    [Fact]
    public void Every_party_that_occurs_has_as_many_finite_numbers()
    {
        var seen = Lens.None.Observe(Logs.Random(seed: 5));
        var features = new PartyFeatures(seen, TestContext.Current.CancellationToken);
        double[][] rows = [.. Enumerable.Range(0, seen.PartyCount).Select(p => features.Of(new PartyId(p)))];
        Assert.All(rows, r => Assert.Equal(rows[0].Length, r.Length));
        Assert.All(rows.SelectMany(r => r), x => Assert.True(double.IsFinite(x)));
        // Twenty people of whom no two write alike.
        Assert.Equal(rows.Length, rows.Select(r => string.Join(' ', r)).Distinct().Count());
    }

    [Fact]
    public void Who_is_in_no_row_does_not_occur()
    {
        var log = new MessageLogBuilder();
        log.Add(new MessageRecord { SentAt = 0, Sender = log.Actor("a"), Recipients = [log.Actor("b")], Size = 1 });
        log.Add(new MessageRecord { SentAt = 1, Sender = log.Actor("late"), Recipients = [log.Actor("a")], Size = 1 });
        var features = new PartyFeatures(Lens.None.Observe(log.Build()).Restrict(new ObservationWindow(To: 1)), TestContext.Current.CancellationToken);
        Assert.Equal([true, true, false], Enumerable.Range(0, 3).Select(p => features.Occurs(new PartyId(p))));
    }

    [Fact]
    public void The_known_contacts_share_is_drawn_towards_the_usual_one_by_two_contacts_worth()
    {
        var features = new PartyFeatures(Star, TestContext.Current.CancellationToken);
        var known = new Dictionary<PartyId, double> { [Party("a")] = 1, [Party("b")] = 1, [Party("c")] = 1, [Party("d")] = 0 };
        // Of a's contacts b and c are, d is not, of e nothing is known: (2 + 2 · 0.25)/(3 + 2), and ln(1 + 3). Its own entry does not count.
        Assert.Equal([0.5, Math.Log(4)], features.OfContacts(Party("a"), known, 0.25));
        known.Remove(Party("a"));
        Assert.Equal([0.5, Math.Log(4)], features.OfContacts(Party("a"), known, 0.25));
        // e's one contact is not known: the usual share, on nobody.
        Assert.Equal([0.25, 0], features.OfContacts(Party("e"), known, 0.25));
    }

    static PartyId Party(string name) => new(Enumerable.Range(0, Star.PartyCount).Single(p => Star.NameOf(new PartyId(p)) == name));
}
