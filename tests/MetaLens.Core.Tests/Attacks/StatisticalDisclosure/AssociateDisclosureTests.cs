using MetaLens.Attacks.StatisticalDisclosure;
using MetaLens.Lenses;
using MetaLens.Lenses.Protections;
using MetaLens.Messages;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.StatisticalDisclosure;

/// <summary>
/// The attack on an observation: 20,000 users, 800 messages in each 1 s epoch, a quarter replies to earlier messages, a quarter repeats of them, half uniform; every second epoch opens with a message to Bob
/// and holds the receipt to Alice. The published setting is <see cref="SealedSenderExperimentTests"/>.
/// </summary>
public class AssociateDisclosureTests
{
    static readonly Lens Sealed = new("sealed", "Sealed sender", new Observer("operator", "the operator"), [new HideSender()]);

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void One_associate_is_named_after_a_median_of_at_most_7_messages(int popular)
    {
        var needed = Enumerable.Range(0, 5).Select(seed => MessagesUntilNamed(seed, popular)).Order().ToArray();
        Assert.InRange(needed[2], 2, 7);
    }

    [Fact]
    public void A_target_that_never_received_has_no_associates()
    {
        var seen = Simulated(seed: 1, messages: 1, popular: 0, out _, out var bob);
        var late = seen.Restrict(new ObservationWindow(From: 2000));
        Assert.Empty(AssociateDisclosure.Rank(late, bob, Duration.FromSeconds(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void An_epoch_is_a_millisecond_to_a_day() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AssociateDisclosure.Rank(Simulated(1, 1, 0, out _, out var bob), bob, Duration.Zero, TestContext.Current.CancellationToken));

    static int MessagesUntilNamed(int seed, int popular)
    {
        for (var messages = 1; messages < 30; messages++)
        {
            var seen = Simulated(seed, messages, popular, out var alice, out var bob);
            var ranked = AssociateDisclosure.Rank(seen, bob, Duration.FromSeconds(1), TestContext.Current.CancellationToken);
            // A tie counts against the attacker.
            if (ranked[0].Party == alice && ranked[0].Score > ranked[1].Score) return messages;
        }
        return 30;
    }

    static Observation Simulated(int seed, int messages, int popular, out PartyId alice, out PartyId bob)
    {
        const int Users = 20_000, PerEpoch = 800;
        var random = new Random(seed);
        var log = new MessageLogBuilder();
        int a = log.Actor("alice"), b = log.Actor("bob"), sender = log.Actor("sender");
        (alice, bob) = (new PartyId(a), new PartyId(b));
        var history = new List<(int From, int To)>();
        for (var epoch = 0; epoch < 2 * messages; epoch++)
        {
            var start = epoch * 2000L;
            if (epoch % 2 == 0)
            {
                log.Add(new MessageRecord { SentAt = start, Sender = a, Recipients = [b] });
                log.Add(new MessageRecord { SentAt = start + 500, Sender = b, Recipients = [a] });
            }
            var known = history.Count;
            for (var i = 0; i < PerEpoch; i++)
            {
                var kind = known == 0 ? 1 : random.NextDouble();
                var earlier = known == 0 ? default : history[random.Next(known)];
                var (from, to) = kind < 0.25 ? (earlier.To, earlier.From) : kind < 0.5 ? earlier : (random.Next(Users), random.Next(Users));
                history.Add((from, to));
                log.Add(new MessageRecord { SentAt = start + i, Sender = sender, Recipients = [log.Actor($"{to}")] });
            }
            for (var p = 0; p < popular; p++) log.Add(new MessageRecord { SentAt = start + 900, Sender = sender, Recipients = [log.Actor($"{p}")] });
        }
        return Sealed.Observe(log.Build());
    }
}
