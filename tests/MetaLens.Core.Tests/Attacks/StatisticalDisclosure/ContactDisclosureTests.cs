using MetaLens.Attacks.StatisticalDisclosure;
using MetaLens.Lenses;
using MetaLens.Lenses.Protections;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.StatisticalDisclosure;

/// <summary>Figures: share of parties whose contact of most messages is named first. Floor of an untuned script on CollegeMsg without receipts: 3.3 %.</summary>
public class ContactDisclosureTests
{
    static readonly Lens Sealed = new("sealed", "Sealed sender", new Observer("operator", "the operator"), [new HideSender()]);

    [Fact]
    public void Replies_alone_name_the_closest_contact_of_one_in_eight_students()
    {
        var log = Logs.CollegeMsg();
        Assert.InRange(NamedShare(log, log), 0.12, 1);
    }

    [Fact]
    public void Receipts_name_the_closest_contact_of_nine_in_ten_students()
    {
        var log = Logs.CollegeMsg();
        Assert.InRange(NamedShare(WithReceipts(log, seed: 1), log), 0.90, 1);
    }

    [Fact]
    public void Times_drawn_anew_name_nobody()
    {
        // The control: the same recipients at shuffled times. Chance is about 1 in 568; 5 % leaves room for the few who receive most.
        var log = Logs.CopenhagenSms();
        Assert.InRange(NamedShare(ShuffledTimes(log, seed: 1), log), 0, 0.05);
    }

    [Fact]
    public void Visible_ends_are_counted_as_they_are()
    {
        var scores = ContactDisclosure.Scores(Logs.Seen(("a", "b", 0), ("b", "a", 9), ("a", "c", 20)), new ContactDisclosureOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(DisclosureBasis.VisibleEnds, scores.Basis);
        Assert.Equal([2.0, 1.0], scores.Ranked.Select(p => p.Score));
    }

    [Fact]
    public void A_group_gives_away_who_is_in_it_together()
    {
        var log = new MessageLogBuilder();
        foreach (var (who, group, second) in new[] { ("a", "g", 1), ("b", "g", 2), ("c", "h", 3), ("d", "h", 4) })
            log.Add(new MessageRecord { SentAt = second * 1000, Sender = log.Actor(who), Recipients = [], Conversation = log.Conversation(group) });
        var scores = ContactDisclosure.Scores(Lens.None.Observe(log.Build()), new ContactDisclosureOptions { Horizon = NodaTime.Duration.FromSeconds(1) }, TestContext.Current.CancellationToken);
        Assert.True(scores.Basis.HasFlag(DisclosureBasis.CoMembership));
        Assert.Equal([new PartyId(1)], scores.AltersOf(new PartyId(0)).Take(1).Select(a => a.Alter));
        Assert.Equal([new PartyId(3)], scores.AltersOf(new PartyId(2)).Take(1).Select(a => a.Alter));
    }

    [Fact]
    public void Nothing_seen_scores_no_pair()
    {
        var scores = ContactDisclosure.Scores(Lens.None.Observe(new MessageLogBuilder().Build()), new ContactDisclosureOptions(), TestContext.Current.CancellationToken);
        Assert.Empty(scores.Ranked);
        Assert.Equal(DisclosureBasis.None, scores.Basis);
    }

    static double NamedShare(MessageLog sent, MessageLog truth)
    {
        var scores = ContactDisclosure.Scores(Sealed.Observe(sent), new ContactDisclosureOptions(), TestContext.Current.CancellationToken);
        var messages = new Dictionary<(string, string), int>();
        for (var i = 0; i < truth.Count; i++)
            foreach (var to in truth.RecipientsOf(i))
            {
                string a = truth.Actors.NameOf(new ActorId(truth.Sender[i])), b = truth.Actors.NameOf(new ActorId(to));
                messages[(a, b)] = messages.GetValueOrDefault((a, b)) + 1;
                messages[(b, a)] = messages.GetValueOrDefault((b, a)) + 1;
            }
        return messages.GroupBy(m => m.Key.Item1).Average(ego =>
        {
            sent.Actors.TryFind(ego.Key, out var actor);
            var named = scores.AltersOf(new PartyId(actor.Index)).Select(a => sent.Actors.NameOf(new ActorId(a.Alter.Index))).FirstOrDefault();
            return named is not null && messages.GetValueOrDefault((ego.Key, named)) == ego.Max(m => m.Value) ? 1.0 : 0;
        });
    }

    // Every message is acknowledged by its recipient's device after 0.3 s and an exponential second.
    static MessageLog WithReceipts(MessageLog log, int seed)
    {
        var random = new Random(seed);
        var with = new MessageLogBuilder();
        for (var i = 0; i < log.Count; i++)
        {
            int from = with.Actor(log.Actors.NameOf(new ActorId(log.Sender[i]))), to = with.Actor(log.Actors.NameOf(new ActorId(log.RecipientsOf(i)[0])));
            with.Add(new MessageRecord { SentAt = log.SentAt[i], Sender = from, Recipients = [to] });
            with.Add(new MessageRecord { SentAt = log.SentAt[i] + 300 - (long)(1000 * Math.Log(1 - random.NextDouble())), Sender = to, Recipients = [from], Kind = MessageKind.Receipt });
        }
        return with.Build();
    }

    static MessageLog ShuffledTimes(MessageLog log, int seed)
    {
        var times = log.SentAt.ToArray();
        new Random(seed).Shuffle(times);
        var shuffled = new MessageLogBuilder();
        for (var i = 0; i < log.Count; i++)
            shuffled.Add(new MessageRecord
            {
                SentAt = times[i],
                Sender = shuffled.Actor(log.Actors.NameOf(new ActorId(log.Sender[i]))),
                Recipients = [shuffled.Actor(log.Actors.NameOf(new ActorId(log.RecipientsOf(i)[0])))],
            });
        return shuffled.Build();
    }
}
