using MetaLens.Attacks.StatisticalDisclosure;
using MetaLens.Lenses;
using MetaLens.Lenses.Protections;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.StatisticalDisclosure;

/// <summary>CollegeMsg as a relay sees it: each message an upload (user, time) and, 0.1 s and an exponential second later, a download. Published for COLD (ICNP 2013): above 90 % in the top 10, about 100 % in the top 20.</summary>
public class CorrelationTests
{
    static readonly Lens Relay = new("relay", "A relay's traffic", new Observer("network", "the network"), [new HideSender(OnlyWhereSealed: true)]);

    [Fact]
    public void Uploads_and_downloads_name_the_closest_contact_among_the_first_ten()
    {
        var log = Logs.CollegeMsg();
        var random = new Random(3);
        var split = new MessageLogBuilder();
        var messages = new Dictionary<(int, int), int>();
        for (var i = 0; i < log.Count; i++)
        {
            int from = split.Actor($"{log.Sender[i]}"), to = split.Actor($"{log.RecipientsOf(i)[0]}");
            split.Add(new MessageRecord { SentAt = log.SentAt[i], Sender = from, Recipients = [] });
            split.Add(new MessageRecord { SentAt = log.SentAt[i] + 100 - (long)(1000 * Math.Log(1 - random.NextDouble())), Sender = to, Recipients = [to], Traits = new MessageTraits(default, sealedSender: true) });
            messages[(from, to)] = messages.GetValueOrDefault((from, to)) + 1;
            messages[(to, from)] = messages.GetValueOrDefault((to, from)) + 1;
        }
        // Times of the last download exceed the last upload's, so building sorts; indices of actors stay in order of first mention.
        var scores = ContactDisclosure.Scores(Relay.Observe(split.Build()), new ContactDisclosureOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(DisclosureBasis.Correlation, scores.Basis);
        var egos = messages.GroupBy(m => m.Key.Item1).ToArray();
        Assert.InRange(ShareFound(10), 0.98, 1);
        Assert.InRange(ShareFound(1), 0.93, 1);

        double ShareFound(int top) => egos.Average(ego =>
        {
            var most = ego.Max(m => m.Value);
            return scores.AltersOf(new PartyId(ego.Key)).Take(top).Any(a => messages.GetValueOrDefault((ego.Key, a.Alter.Index)) == most) ? 1.0 : 0;
        });
    }
}
