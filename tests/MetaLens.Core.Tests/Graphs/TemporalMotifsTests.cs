using System.Globalization;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class TemporalMotifsTests
{
    // Source: snap-stanford/snap @6924a03, examples/temporalmotifs; the table for 300 s also by an independent brute force.
    [Theory]
    [InlineData(300, MotifOrder.Strict)]
    [InlineData(3600, MotifOrder.Strict)]
    [InlineData(86400, MotifOrder.Strict)]
    [InlineData(86400, MotifOrder.Recorded)]
    public void All_36_counts_of_CollegeMsg_equal_those_of_SNAP(int seconds, MotifOrder order)
    {
        var expected = File.ReadAllText(SharedData.Path($"truth/motifs/CollegeMsg_unique_timestamps_delta{seconds}.txt"))
            .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(text => long.Parse(text, CultureInfo.InvariantCulture));
        var log = Logs.Read(SharedData.Path("truth/motifs/CollegeMsg_unique_timestamps.txt")).Log;
        Assert.Equal(expected, TemporalMotifs.Of(Lens.None.Observe(log), Duration.FromSeconds(seconds), order).Counts);
    }

    [Theory]
    [InlineData(MotifOrder.Strict, 40)]
    [InlineData(MotifOrder.Recorded, 40)]
    [InlineData(MotifOrder.Strict, 400)]
    [InlineData(MotifOrder.Recorded, 400)]
    public void Equal_a_count_of_all_triples_whether_many_happen_at_once_or_few_in_a_while(MotifOrder order, int seconds)
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var seen = Logs.Seen([.. Enumerable.Range(0, 60).Select(_ => ($"{random.Next(5)}", $"{random.Next(5)}", (long)random.Next(seconds)))]);
            Assert.Equal(AllTriples(seen, 10_000, order), TemporalMotifs.Of(seen, Duration.FromSeconds(10), order).Counts);
        }
    }

    [Fact]
    public void A_ping_a_reply_and_a_ping_is_row_5_column_1()
    {
        var counts = TemporalMotifs.Of(Logs.Seen(("a", "b", 0), ("b", "a", 5), ("a", "b", 10)), Duration.FromSeconds(10));
        Assert.Equal((1, 1), (counts[5, 1], counts.Total));
        Assert.Equal(0, TemporalMotifs.Of(Logs.Seen(("a", "b", 0), ("b", "a", 5), ("a", "b", 11)), Duration.FromSeconds(10)).Total);
    }

    [Fact]
    public void At_one_instant_the_strict_rule_sees_nothing_and_the_recorded_order_everything()
    {
        var seen = Logs.Seen(("a", "b", 7), ("a", "c", 7), ("a", "d", 7), ("a", "b", 7));
        Assert.Equal(0, TemporalMotifs.Of(seen, Duration.FromHours(1)).Total);
        // Of the four triples of alters bcd, bcb, bdb, cdb only bcb and bdb keep to two alters.
        Assert.Equal(2, TemporalMotifs.Of(seen, Duration.FromHours(1), MotifOrder.Recorded).Total);
    }

    [Fact]
    public void Nothing_gives_nothing()
    {
        Assert.Equal(0, TemporalMotifs.Of(Logs.Seen(), Duration.FromHours(1)).Total);
        Assert.Equal(0, TemporalMotifs.Of(Logs.Seen(("a", "a", 1), ("a", "b", 2), ("a", "b", 3)), Duration.FromHours(1)).Total);
        Assert.Throws<ArgumentOutOfRangeException>(() => TemporalMotifs.Of(Logs.Seen(), Duration.FromSeconds(-1)));
    }

    [Fact]
    public void There_are_4_motifs_on_a_pair_24_stars_and_8_triangles() =>
        Assert.Equal([4, 24, 8], Enumerable.Range(1, 3).Select(pairs => Enumerable.Range(0, 36).Count(i => MotifCounts.PairsOf((i / 6) + 1, (i % 6) + 1) == pairs)));

    static long[] AllTriples(Observation seen, long delta, MotifOrder order)
    {
        var events = Enumerable.Range(0, seen.Count).Select(i => (From: seen.Sender[i], To: seen.RecipientsOf(i)[0], At: seen.SeenAt[i])).Where(e => e.From != e.To).ToArray();
        var counts = new long[36];
        for (var i = 0; i < events.Length; i++)
            for (var j = i + 1; j < events.Length; j++)
                for (var k = j + 1; k < events.Length; k++)
                {
                    if (events[k].At - events[i].At > delta) break;
                    if (order == MotifOrder.Strict && (events[i].At == events[j].At || events[j].At == events[k].At)) continue;
                    var number = new Dictionary<int, int> { [events[i].From] = 0, [events[i].To] = 1 };
                    foreach (var v in new[] { events[j].From, events[j].To, events[k].From, events[k].To }) number.TryAdd(v, number.Count);
                    if (number.Count > 3) continue;
                    var row = MotifCounts.SecondDelivery.IndexOf($"{number[events[j].From]}{number[events[j].To]}");
                    var column = MotifCounts.ThirdDelivery.IndexOf($"{number[events[k].From]}{number[events[k].To]}");
                    counts[(row * 6) + column]++;
                }
        return counts;
    }
}
