using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MetaLens.Lenses;
using MetaLens.Lenses.Protections;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Lenses;

public class AnyLensTests
{
    [Fact]
    public void What_any_lens_leaves_is_well_formed_and_the_same_for_the_same_seed()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var log = seed % 5 == 0 ? Logs.Random(seed, messages: 100) : GroupLogs.Random(seed);
            ObserveAndCheck(RandomLenses.Next(new Random(seed)), log, seed);
        }
    }

    [Fact]
    public void Every_lens_of_the_catalogue_works_on_an_ordinary_log_an_empty_one_and_one_of_a_single_message()
    {
        foreach (var lens in LensCatalog.All)
            foreach (var log in (MessageLog[])[GroupLogs.Random(7), Logs.Of(), Logs.Of(("a", "b", 5))])
                ObserveAndCheck(lens, log, 3);
    }

    [Fact]
    public void The_order_in_which_records_are_read_does_not_matter()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var lens = RandomLenses.Next(random);
            if (lens.Protections.Any(p => p is CoverTraffic)) continue; // Draws its pairs by index.
            var shuffled = Enumerable.Range(0, 200).ToArray();
            random.Shuffle(shuffled);
            var (a, b) = (GroupLogs.Random(seed), GroupLogs.Random(seed, order: shuffled));
            Assert.Equal(Told(a, lens, seed), Told(b, lens, seed));
        }
    }

    [Fact]
    public void Without_protections_an_observation_shares_the_arrays_of_the_log()
    {
        var log = GroupLogs.Random(1);
        var seen = Lens.None.Observe(log);
        AssertSame(log.Sender, seen.Sender);
        AssertSame(log.RecipientOffset, seen.RecipientOffset);
        AssertSame(log.Recipient, seen.Recipient);
        AssertSame(log.SentAt, seen.SeenAt);
        AssertSame(log.Size, seen.Size);
        AssertSame(log.Conversation, seen.Conversation);
        AssertSame(log.Kind, seen.Kind);
    }

    [Fact]
    public void A_column_that_no_protection_changes_is_not_copied()
    {
        var log = GroupLogs.Random(1);
        var seen = LensText.Parse("hide=sender,pad=100,retain=36525d,sample=1,receipts=off").Observe(Logs.Random(3));
        var padded = LensText.Parse("pad=100").Observe(log);
        Assert.Equal(500, seen.Count);
        AssertSame(log.Sender, padded.Sender);
        AssertSame(log.Recipient, padded.Recipient);
        AssertSame(log.SentAt, padded.SeenAt);
        Assert.False(Unsafe.AreSame(in MemoryMarshal.GetReference(log.Size), in MemoryMarshal.GetReference(padded.Size)));
    }

    [Fact]
    public void A_lens_never_writes_into_the_log()
    {
        var log = GroupLogs.Random(5);
        var before = Lens.None.Observe(GroupLogs.Random(5));
        for (var seed = 0; seed < 100; seed++) RandomLenses.Next(new Random(seed)).Observe(log, seed);
        Assert.Equal(before.Sender, log.Sender);
        Assert.Equal(before.Recipient, log.Recipient);
        Assert.Equal(before.SeenAt, log.SentAt);
        Assert.Equal(before.Size, log.Size);
        Assert.Equal(before.Conversation, log.Conversation);
        Assert.True(before.Kind.SequenceEqual(log.Kind));
    }

    [Fact]
    public void The_place_of_a_protection_in_the_list_does_not_matter_across_stations()
    {
        var log = GroupLogs.Random(2);
        var a = LensText.Parse("receipts=on,delay=10m,pad=80,hide=sender").Observe(log, 4);
        var b = LensText.Parse("hide=sender,pad=80,delay=10m,receipts=on").Observe(log, 4);
        Assert.Equal(a.SeenAt, b.SeenAt);
        Assert.Equal(a.Recipient, b.Recipient);
        Assert.Equal(a.Size, b.Size);
        Assert.True(a.Sender.IndexOfAnyExcept(-1) < 0);
        Assert.True(b.Sender.IndexOfAnyExcept(-1) < 0);
    }

    static void ObserveAndCheck(Lens lens, MessageLog log, int seed)
    {
        var seen = lens.Observe(log, seed, out var key);
        Assert.Equal(seen.Count + 1, seen.RecipientOffset.Length);
        Assert.Equal(seen.DeliveryCount, seen.RecipientOffset[^1]);
        for (var i = 0; i < seen.Count; i++)
        {
            Assert.True(i == 0 || seen.SeenAt[i] >= seen.SeenAt[i - 1], $"{lens.Id}: row {i} is earlier than the row before");
            Assert.InRange(seen.Sender[i], -1, seen.PartyCount - 1);
            Assert.InRange(key.MessageOf(i), -1, log.Count - 1);
            Assert.True(seen.Size[i] >= -1);
            if (!seen.KindsVisible) Assert.Equal(MessageKind.Unspecified, seen.Kind[i]);
            // Who is visible is who it was: sender and recipients of a real message are those of the message.
            if (key.MessageOf(i) is >= 0 and var message)
            {
                if (seen.Sender[i] >= 0) Assert.Equal(log.Sender[message], key.ActorOf(new PartyId(seen.Sender[i]))!.Value.Index);
                foreach (var recipient in seen.RecipientsOf(i)) Assert.True(log.RecipientsOf(message).Contains(key.ActorOf(new PartyId(recipient))!.Value.Index));
            }
        }
        foreach (var recipient in seen.Recipient) Assert.InRange(recipient, 0, seen.PartyCount - 1);
        for (var p = 0; p < seen.PartyCount; p++) Assert.InRange(key.ActorOf(new PartyId(p))!.Value.Index, 0, log.Actors.Count - 1);
        var again = lens.Observe(log, seed);
        Assert.Equal(seen.Sender, again.Sender);
        Assert.Equal(seen.Recipient, again.Recipient);
        Assert.Equal(seen.RecipientOffset, again.RecipientOffset);
        Assert.Equal(seen.SeenAt, again.SeenAt);
        Assert.Equal(seen.Size, again.Size);
        Assert.Equal(seen.Conversation, again.Conversation);
    }

    // Rows by true names, which survive any numbering.
    static List<string> Told(MessageLog log, Lens lens, int seed)
    {
        var seen = lens.Observe(log, seed, out var key);
        var rows = new List<string>();
        for (var i = 0; i < seen.Count; i++)
        {
            var recipients = seen.RecipientsOf(i).ToArray().Select(NameOf).Order();
            rows.Add($"{seen.SeenAt[i] / 1000} {(seen.Sender[i] < 0 ? "?" : NameOf(seen.Sender[i]))} {string.Join('+', recipients)} {seen.Size[i]} {seen.Conversation[i] >= 0} {seen.Kind[i]}");
        }
        rows.Sort(StringComparer.Ordinal);
        return rows;

        string NameOf(int party) => log.Actors.NameOf(key.ActorOf(new PartyId(party))!.Value);
    }

    static void AssertSame<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b) => Assert.True(Unsafe.AreSame(in MemoryMarshal.GetReference(a), in MemoryMarshal.GetReference(b)) && a.Length == b.Length);
}
