using MetaLens.Attacks.IdentifierLinking;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.IdentifierLinking;

/// <summary>Figures: halves at the median message, parties with 20 rows in both, every pseudonym redrawn; floors of an untuned script on the same data, 31.2 % and 10.6 %.</summary>
public class PartyLinkingTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Most_of_a_company_is_found_again_after_every_pseudonym_was_redrawn() => Assert.InRange(HitShare(Logs.Manufacturing(), new PartyLinkingOptions()), 0.90, 1);

    [Fact]
    public void A_third_of_students_is_found_again_from_text_messages() => Assert.InRange(HitShare(Logs.CopenhagenSms(), new PartyLinkingOptions()), 0.30, 1);

    [Fact]
    public void Propagation_finds_more_than_behaviour_alone()
    {
        var log = Logs.Manufacturing();
        Assert.True(HitShare(log, new PartyLinkingOptions()) > HitShare(log, new PartyLinkingOptions { Rounds = 0 }) + 0.2);
    }

    [Fact]
    public void A_company_is_found_again_without_a_common_clock() =>
        Assert.InRange(HitShare(Logs.Manufacturing(), new PartyLinkingOptions { Level = LinkingLevel.RelativeTimes }), 0.85, 1);

    [Fact]
    public void Random_messages_link_nobody_better_than_chance()
    {
        // Uniform senders, recipients and times: nothing persists from half to half. 20 actors, 10 draws: chance is 1 in 20, 200 subjects; 15 % is beyond 6 sigma.
        var hits = Enumerable.Range(0, 10).Average(seed => HitShare(Uniform(seed), new PartyLinkingOptions()));
        Assert.InRange(hits, 0, 0.15);
    }

    [Fact]
    public void Nothing_seen_gives_no_ranking()
    {
        var nothing = Lens.None.Observe(new MessageLogBuilder().Build());
        Assert.Empty(PartyLinking.Rank(nothing, nothing, new PartyLinkingOptions(), Stop));
    }

    [Fact]
    public void Contacts_that_kept_their_identifiers_give_the_party_away()
    {
        var seen = Lens.None.Observe(Logs.Manufacturing());
        var cut = seen.SeenAt[seen.Count / 2];
        Observation earlier = seen.Restrict(new ObservationWindow(To: cut)), later = seen.Restrict(new ObservationWindow(From: cut));
        var rankings = PartyLinking.Rank(earlier, later, new PartyLinkingOptions { Level = LinkingLevel.ContactsKnown }, Stop);
        Assert.InRange(rankings.Average(r => r.Candidates[0].Earlier == r.Later ? 1.0 : 0), 0.90, 1);
    }

    [Fact]
    public void Who_is_addressed_together_with_somebody_gives_the_new_identifier_away()
    {
        // Four teams of three have nobody but their boss for a contact, who writes to one team at a time: only the others in the mail tell them apart.
        var log = new MessageLogBuilder();
        for (var i = 0; i < 160; i++)
            for (var member = 0; member < 3; member++)
                log.Add(new MessageRecord { SentAt = i * 3_600_000L, Sender = log.Actor("boss"), Recipients = [log.Actor($"team {i % 4} member {member}")] });
        var seen = Lens.None.Observe(log.Build());
        var cut = seen.SeenAt[seen.Count / 2];
        Observation earlier = seen.Restrict(new ObservationWindow(To: cut)), later = seen.Restrict(new ObservationWindow(From: cut));
        var rankings = PartyLinking.Rank(earlier, later, new PartyLinkingOptions { Level = LinkingLevel.ContactsKnown }, Stop);
        Assert.All(rankings, r => Assert.Equal(r.Later, r.Candidates[0].Earlier));
    }

    static double HitShare(MessageLog log, PartyLinkingOptions options)
    {
        var halves = new Redrawn(log, seed: 7);
        return PartyLinking.Rank(halves.Earlier, halves.Later, options, Stop)
            .Where(r => halves.IsActive(r.Later, rows: 20))
            .Average(r => halves.IsSame(r.Candidates[0].Earlier, r.Later) ? 1.0 : 0);
    }

    static MessageLog Uniform(int seed)
    {
        var random = new Random(seed);
        var log = new MessageLogBuilder();
        for (var i = 0; i < 2000; i++)
        {
            var from = random.Next(20);
            log.Add(new MessageRecord { SentAt = (long)(random.NextDouble() * 30 * 86400e3), Sender = log.Actor($"a{from}"), Recipients = [log.Actor($"a{(from + 1 + random.Next(19)) % 20}")] });
        }
        return log.Build();
    }
}
