using MetaLens.Lenses;
using MetaLens.Lenses.Protections;
using MetaLens.Messages;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Lenses;

public class ProtectionTests
{
    const int A = 0, B = 1, C = 2;

    // a → b at 0 s (100 bytes, text), a → b and c at 10 s (1,000 bytes, photo, group g, sealed), b → a at 70 s (size unknown), b → a a receipt at 71 s (30 bytes).
    static MessageLog Small()
    {
        var log = new MessageLogBuilder();
        var (a, b, c) = (log.Actor("a"), log.Actor("b"), log.Actor("c"));
        log.Add(new MessageRecord { SentAt = 0, Sender = a, Recipients = [b], Size = 100, Kind = MessageKind.Text });
        log.Add(new MessageRecord { SentAt = 10_000, Sender = a, Recipients = [b, c], Size = 1000, Conversation = log.Conversation("g"), Kind = MessageKind.Photo, Traits = new(RecipientBasis.Exact, sealedSender: true) });
        log.Add(new MessageRecord { SentAt = 70_000, Sender = b, Recipients = [a] });
        log.Add(new MessageRecord { SentAt = 71_000, Sender = b, Recipients = [a], Size = 30, Kind = MessageKind.Receipt });
        log.Owner = "a";
        return log.Build();
    }

    static Observation See(string protections) => LensText.Parse(protections).Observe(Small());

    [Fact]
    public void A_hidden_sender_is_hidden_in_every_row() => Assert.Equal([-1, -1, -1, -1], See("hide=sender").Sender);

    [Fact]
    public void A_sealed_sender_is_hidden_where_the_record_says_so() => Assert.Equal([A, -1, B, B], See("hide=sealed-sender").Sender);

    [Fact]
    public void Hidden_recipients_leave_empty_lists()
    {
        var seen = See("hide=recipients");
        Assert.Equal([0, 0, 0, 0, 0], seen.RecipientOffset);
        Assert.Equal([A, A, B, B], seen.Sender);
    }

    [Fact]
    public void Hidden_sizes_and_conversations_are_unknown()
    {
        var seen = See("hide=size,hide=conversation");
        Assert.Equal([-1, -1, -1, -1], seen.Size);
        Assert.Equal([-1, -1, -1, -1], seen.Conversation);
    }

    [Fact]
    public void Encryption_hides_words_and_kinds_only()
    {
        var seen = See("hide=content");
        Assert.False(seen.ContentReadable);
        Assert.False(seen.KindsVisible);
        Assert.True(seen.Kind.IndexOfAnyExcept(MessageKind.Unspecified) < 0);
        Assert.Equal([100, 1000, -1, 30], seen.Size);
    }

    [Fact]
    public void Nothing_is_no_rows_and_no_names()
    {
        var seen = See("hide=everything");
        Assert.Equal(0, seen.Count);
        Assert.Equal(3, seen.PartyCount);
        Assert.Equal("p0", seen.NameOf(new PartyId(0)));
        Assert.Null(seen.Owner);
    }

    [Fact]
    public void Rounded_times_are_starts_of_steps() => Assert.Equal([0, 0, 60_000, 60_000], See("round=1m").SeenAt);

    // Threshold 3: the first three leave with the third (70 s), the last at the end of the log (71 s). Waits 70 + 60 + 0 + 0 over 4 = 32.5 s.
    [Fact]
    public void A_batch_leaves_with_its_last_message()
    {
        Assert.Equal([70_000, 70_000, 70_000, 71_000], See("batch=3").SeenAt);
        Assert.Equal(Duration.FromMilliseconds(32_500), LensText.Parse("batch=3").Cost(Small()).MeanDelay);
    }

    // Interval 1 min: departures at 0, 60, 120, 120 s. Waits 0 + 50 + 50 + 49 over 4 = 37.25 s.
    [Fact]
    public void A_timed_batch_leaves_at_full_intervals()
    {
        Assert.Equal([0, 60_000, 120_000, 120_000], See("batch=1m").SeenAt);
        Assert.Equal(Duration.FromMilliseconds(37_250), LensText.Parse("batch=1m").Cost(Small()).MeanDelay);
    }

    [Fact]
    public void Random_delays_have_their_mean_and_never_run_backwards()
    {
        var log = Logs.Random(1, messages: 20_000);
        var seen = LensText.Parse("delay=1h").Observe(log, 5, out var key);
        var total = 0.0;
        for (var i = 0; i < seen.Count; i++)
        {
            var delay = seen.SeenAt[i] - log.SentAt[key.MessageOf(i)];
            Assert.True(delay >= 0);
            total += delay;
        }
        // The standard error of the mean of 20,000 exponential times is 0.7 %; four of them.
        Assert.InRange(total / seen.Count / 3600e3, 0.972, 1.028);
        Assert.Equal(Duration.FromHours(1), LensText.Parse("delay=1h").Cost(log).MeanDelay);
    }

    // By hand: each message is answered (b; b and c; a), the log's own receipt is replaced.
    [Fact]
    public void Each_delivery_is_answered_by_a_receipt_soon_after_it()
    {
        var seen = LensText.Parse("receipts=1s/50").Observe(Small(), 1, out var key);
        Assert.Equal(7, seen.Count);
        var receipts = Enumerable.Range(0, 7).Where(i => key.MessageOf(i) < 0).Select(i => (seen.Sender[i], seen.RecipientsOf(i)[0], seen.Size[i], seen.Kind[i])).ToList();
        Assert.Equal([(B, A, 50, MessageKind.Receipt), (B, A, 50, MessageKind.Receipt), (C, A, 50, MessageKind.Receipt), (A, B, 50, MessageKind.Receipt)],
            receipts.OrderBy(r => r.Item1 == A ? 2 : r.Item1 == C ? 1 : 0));
        Assert.Equal(new ProtectionCost(Duration.Zero, 4 * 50 - 30, 3), LensText.Parse("receipts=1s/50").Cost(Small()));
    }

    [Fact]
    public void The_receipt_of_a_sealed_message_is_sealed()
    {
        var seen = LensText.Parse("receipts=on,hide=sealed-sender").Observe(Small(), 1, out var key);
        for (var i = 0; i < seen.Count; i++)
            if (key.MessageOf(i) < 0 && seen.Sender[i] < 0) Assert.Equal([A], seen.RecipientsOf(i));
        Assert.Equal(3, seen.Sender.Count(-1));
    }

    [Fact]
    public void Receipts_follow_their_message_through_delays_and_batches()
    {
        var log = Logs.Of(("a", "b", 100));
        foreach (var transit in (string[])["delay=1h", "batch=1d", "batch=2"])
        {
            var seen = LensText.Parse($"receipts=5s,{transit}").Observe(log, 2, out var key);
            Assert.Equal((0, -1), (key.MessageOf(0), key.MessageOf(1)));
        }
    }

    [Fact]
    public void Without_receipts_the_logs_own_are_gone_and_others_stay()
    {
        Assert.Equal([0, 10_000, 70_000], See("receipts=off").SeenAt);
        Assert.Equal(3, See("receipts=on,receipts=off").Count);
        Assert.Equal(new ProtectionCost(Duration.Zero, -30, -1), LensText.Parse("receipts=off").Cost(Small()));
    }

    // Two of three people send; 71 s of log at 1000/h is 2 · 1000 · 71/3600 = 39.4 dummies of (100 + 1000 + 30)/3 bytes expected.
    [Fact]
    public void Cover_traffic_comes_from_those_who_send_and_goes_to_anybody()
    {
        var log = Small();
        var seen = LensText.Parse("cover=1000/h").Observe(log, 3, out var key);
        var dummies = Enumerable.Range(0, seen.Count).Where(i => key.MessageOf(i) < 0).ToList();
        Assert.InRange(dummies.Count, 15, 64); // 39.4 ± 4 √39.4
        Assert.All(dummies, i => Assert.True(seen.Sender[i] is A or B && seen.RecipientsOf(i)[0] != seen.Sender[i] && seen.Conversation[i] == -1 && seen.Size[i] is 100 or 1000 or 30 or -1));
        Assert.Contains(dummies, i => seen.RecipientsOf(i)[0] == C);
        var cost = LensText.Parse("cover=1000/h").Cost(log);
        Assert.Equal(2 * 1000 * 71 / 3600.0, cost.ExtraMessages, 9);
        Assert.Equal(cost.ExtraMessages * 1130 / 3, cost.ExtraBytes, 6);
    }

    [Fact]
    public void The_number_of_dummies_is_the_expected_one()
    {
        var log = Logs.Random(2, actors: 50, messages: 1000);
        var lens = LensText.Parse("cover=0.5/h");
        var expected = lens.Cost(log).ExtraMessages;
        Assert.InRange(lens.Observe(log, 1).Count - log.Count, expected - 4 * Math.Sqrt(expected), expected + 4 * Math.Sqrt(expected));
    }

    [Fact]
    public void Cover_traffic_beyond_what_can_be_held_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => LensText.Parse("cover=1000/h").Observe(Logs.Of(("a", "b", 0), ("b", "a", 100L * 365 * 86400 * 100))));

    [Fact]
    public void A_hidden_group_is_one_message_to_each_member()
    {
        var seen = LensText.Parse("groups=hidden").Observe(Small(), 0, out var key);
        Assert.Equal([A, A, A, B, B], seen.Sender);
        Assert.Equal([B, B, C, A, A], seen.Recipient);
        Assert.Equal([0, 1, 2, 3, 4, 5], seen.RecipientOffset);
        Assert.True(seen.Conversation.IndexOfAnyExcept(-1) < 0);
        Assert.InRange(seen.SeenAt[2] - seen.SeenAt[1], 2, 20);
        Assert.Equal((1, 1), (key.MessageOf(1), key.MessageOf(2)));
        Assert.Equal(new ProtectionCost(Duration.Zero, 1000, 1), LensText.Parse("groups=hidden").Cost(Small()));
    }

    [Fact]
    public void A_network_sees_uploads_and_later_downloads()
    {
        var seen = LensText.Parse("links=1s").Observe(Small(), 0, out var key);
        Assert.Equal(4 + 5, seen.Count);
        for (var i = 0; i < seen.Count; i++)
        {
            Assert.Equal(seen.Sender[i] < 0 ? 1 : 0, seen.RecipientsOf(i).Length);
            var latency = seen.SeenAt[i] - Small().SentAt[key.MessageOf(i)];
            if (seen.Sender[i] >= 0) Assert.Equal(0, latency);
            else Assert.True(latency >= 500);
        }
        Assert.False(seen.KindsVisible);
    }

    [Theory]
    [InlineData("delay=1h,links=1s")]
    [InlineData("batch=1h,links=1s")]
    [InlineData("batch=1000,receipts=on,links=1s")]
    public void A_network_sees_an_upload_when_it_sets_out_and_the_download_when_the_mix_lets_it_go(string protections)
    {
        var log = Logs.Random(seed: 4);
        var seen = LensText.Parse(protections).Observe(log, 0, out var key);
        var waits = new List<long>();
        for (var i = 0; i < seen.Count; i++)
        {
            if (key.MessageOf(i) is not (>= 0 and var message)) continue;
            if (seen.Sender[i] >= 0) Assert.Equal(log.SentAt[message], seen.SeenAt[i]);
            else waits.Add(seen.SeenAt[i] - log.SentAt[message]);
        }
        Assert.Equal(log.Count, waits.Count);
        Assert.True(waits.Average() > 1_000_000, $"{waits.Average()} ms");
    }

    [Fact]
    public void Identifiers_change_at_each_period_and_the_key_remembers()
    {
        var seen = LensText.Parse("rotate=1m").Observe(Small(), 0, out var key);
        Assert.Equal([0, 0, 3, 3], seen.Sender);
        Assert.Equal([1, 1, 2, 4, 4], seen.Recipient);
        Assert.Equal([A, B, C, B, A], Enumerable.Range(0, seen.PartyCount).Select(p => key.ActorOf(new PartyId(p))!.Value.Index));
        Assert.Equal("p3", seen.NameOf(new PartyId(3)));
        Assert.Null(seen.Owner);
    }

    [Fact]
    public void Only_the_last_records_are_kept()
    {
        Assert.Equal([70_000, 71_000], See("retain=61s").SeenAt); // 71 − 61 = 10 s: exactly so old is gone.
        Assert.Equal([10_000, 70_000, 71_000], See("retain=62s").SeenAt);
        Assert.Equal([10_000, 70_000, 71_000], See("since=1970-01-01T00:00:10Z").SeenAt);
    }

    [Fact]
    public void A_sample_of_the_users_is_seen_with_all_they_send_or_receive()
    {
        var log = Logs.Random(5, actors: 400, messages: 4000);
        var seen = LensText.Parse("sample=0.25").Observe(log, 9, out var key);
        // A row is missed when neither end is watched: 0.75² = 56 %; who has many messages matters, so the bounds are wide.
        Assert.InRange(seen.Count, 0.33 * log.Count, 0.55 * log.Count);
        Assert.Equal(log.Count, LensText.Parse("sample=1").Observe(log).Count);
        var kept = Enumerable.Range(0, seen.Count).Select(key.MessageOf).ToHashSet();
        var missed = Enumerable.Range(0, log.Count).Where(m => !kept.Contains(m)).SelectMany(m => new[] { log.Sender[m], log.Recipient[m] }).ToHashSet();
        // Whoever is in a missed row is not watched, so each kept row has somebody who is in none.
        Assert.All(kept, m => Assert.True(!missed.Contains(log.Sender[m]) || !missed.Contains(log.Recipient[m])));
    }

    [Fact]
    public void Costs_add_up() => Assert.Equal(new ProtectionCost(Duration.FromSeconds(30), 1000, 1), LensText.Parse("delay=30s,groups=hidden,hide=sender,round=1h").Cost(Small()));
}
