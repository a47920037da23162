using System.Globalization;
using System.Text;
using MetaLens.Analyzers.Timelines;
using MetaLens.Core.Tests.Ingestion;
using MetaLens.Ingestion;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Timelines;

public class PartyTimelinesTests
{
    // The definition, one party and row at a time. The last log is written by several threads and into bins of several parties.
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 3, 40)]
    [InlineData(2, 700, 900)]
    [InlineData(3, 5_000, 150_000)]
    public void Every_party_has_what_it_sent_and_received_in_order_of_rows(int seed, int actors, int messages)
    {
        foreach (var protect in (string[])["", "hide=sender", "hide=recipients"])
            AssertDefinition((protect.Length == 0 ? Lens.None : LensText.Parse(protect)).Observe(Groups(seed, actors, messages)));
    }

    [Fact]
    public void A_log_that_is_known_to_have_one_recipient_each_has_the_same_timelines()
    {
        var random = new Random(4);
        var table = new StringBuilder("sender,recipient,sent_at\n");
        for (var i = 0; i < 120_000; i++) table.Append(CultureInfo.InvariantCulture, $"a{random.Next(3_000)},a{random.Next(3_000)},{1_700_000_000 + i}\n");
        var (log, _) = Imports.OnDisk("table.csv", Encoding.UTF8.GetBytes(table.ToString()), new ReadOptions());
        Assert.True(log.HasOneRecipientEach);
        AssertDefinition(Lens.None.Observe(log));
    }

    [Fact]
    public void Nobody_has_no_timeline() => Assert.Equal(0, PartyTimelines.Of(Lens.None.Observe(new MessageLogBuilder().Build())).Entries.Length);

    static void AssertDefinition(Observation seen)
    {
        var expected = new List<(long, int, int, bool)>[seen.PartyCount];
        for (var p = 0; p < expected.Length; p++) expected[p] = [];
        for (var row = 0; row < seen.Count; row++)
        {
            var sender = seen.Sender[row];
            var recipients = seen.Recipient[seen.RecipientOffset[row]..seen.RecipientOffset[row + 1]];
            if (sender >= 0 && recipients.IsEmpty) expected[sender].Add((seen.SeenAt[row], row, -1, true));
            foreach (var r in recipients)
            {
                if (sender >= 0) expected[sender].Add((seen.SeenAt[row], row, r, true));
                if (r != sender) expected[r].Add((seen.SeenAt[row], row, sender, false));
            }
        }
        var timelines = PartyTimelines.Of(seen);
        for (var p = 0; p < expected.Length; p++)
            Assert.Equal(expected[p], timelines[p].ToArray().Select(e => (e.SeenAt, e.Row, e.Alter, e.IsSent)));
    }

    // Messages to one, to a few, and to oneself.
    static MessageLog Groups(int seed, int actors, int messages)
    {
        var random = new Random(seed);
        var log = new MessageLogBuilder();
        for (var i = 0; i < messages; i++)
            log.Add(new MessageRecord
            {
                SentAt = random.Next(1_000_000_000),
                Sender = log.Actor($"a{random.Next(actors)}"),
                Recipients = [.. Enumerable.Range(0, random.Next(4) == 0 ? 3 : 1).Select(_ => log.Actor($"a{random.Next(actors)}")).Distinct()],
            });
        return log.Build();
    }
}
