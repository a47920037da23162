using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using MetaLens.Cli.Output;
using MetaLens.Messages;

namespace MetaLens.Cli.Commands;

/// <summary>What <c>inspect</c> says of a log.</summary>
sealed record LogSummary(Input Input, int SelfMessages, int SizedMessages, IReadOnlyDictionary<string, long> Kinds, IReadOnlyDictionary<string, long> RecipientBasis, int SealedSender)
{
    const int RowsAtOnce = 1 << 18;

    public static LogSummary Of(Input input)
    {
        var log = input.Log;
        int self = 0, sized = 0, hidden = 0;
        Parallel.For(0, (log.Count / RowsAtOnce) + 1, part =>
        {
            var (selfHere, sizedHere) = SelfAndSized(log, part * RowsAtOnce, (int)Math.Min((part + 1L) * RowsAtOnce, log.Count));
            Interlocked.Add(ref self, selfHere);
            Interlocked.Add(ref sized, sizedHere);
        });
        var kinds = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var counts = Counts(MemoryMarshal.AsBytes(log.Kind));
        for (var kind = 0; kind < counts.Length; kind++) Add(kinds, ((MessageKind)kind).ToString(), counts[kind]);
        var basis = new SortedDictionary<string, long>(StringComparer.Ordinal);
        counts = Counts(MemoryMarshal.AsBytes(log.Traits));
        for (var bits = 0; bits < counts.Length; bits++)
        {
            var traits = new MessageTraits((byte)bits);
            Add(basis, traits.RecipientBasis.ToString(), counts[bits]);
            if (traits.SealedSender) hidden += counts[bits];
        }
        return new LogSummary(input, self, sized, kinds, basis, hidden);
    }

    static (int Self, int Sized) SelfAndSized(MessageLog log, int start, int end)
    {
        var sized = 0;
        foreach (var size in log.Size[start..end])
            if (size >= 0) sized++;
        var self = 0;
        ReadOnlySpan<int> senders = log.Sender, offsets = log.HasOneRecipientEach ? [] : log.RecipientOffset, recipients = log.Recipient;
        for (var i = start; i < end; i++)
        {
            if (offsets.IsEmpty) self += recipients[i] == senders[i] ? 1 : 0;
            else if (offsets[i + 1] - offsets[i] == 1 && recipients[offsets[i]] == senders[i]) self++;
        }
        return (self, sized);
    }

    // Neighbours are mostly alike: counting them by runs touches the table once a run.
    static int[] Counts(ReadOnlySpan<byte> values)
    {
        var counts = new int[byte.MaxValue + 1];
        while (!values.IsEmpty)
        {
            var run = values.IndexOfAnyExcept(values[0]) is >= 0 and var end ? end : values.Length;
            counts[values[0]] += run;
            values = values[run..];
        }
        return counts;
    }

    public JsonObject ToJson()
    {
        var (log, report) = (Input.Log, Input.Report);
        return new JsonObject
        {
            ["format"] = string.Join("+", report.Files.Select(f => f.Format).Distinct()),
            ["files"] = report.Files.Count,
            ["owner"] = log.Owner is { } owner ? log.Actors.NameOf(owner) : null,
            ["actors"] = log.Actors.Count,
            ["messages"] = log.Count,
            ["deliveries"] = log.DeliveryCount,
            ["self_messages"] = SelfMessages,
            ["conversations"] = log.ConversationNames.Length,
            ["first"] = log.Count == 0 ? null : TimeText.Iso(log.SentAt[0]),
            ["last"] = log.Count == 0 ? null : TimeText.Iso(log.SentAt[^1]),
            ["time_basis"] = TimeText.Name(log.TimeBasis),
            ["size_known_share"] = log.Count == 0 ? 0.0 : Math.Round((double)SizedMessages / log.Count, 6),
            ["kinds"] = Object(Kinds),
            ["recipients_known"] = Object(RecipientBasis),
            ["sealed_sender"] = SealedSender,
            ["account_records"] = Object(report.AccountRecords),
            ["unreadable"] = new JsonArray([.. report.Unreadable.Select(u => JsonValue.Create(u))]),
            ["rejected"] = Object(report.Rejected),
            ["rejected_total"] = report.RejectedTotal,
            ["skipped"] = Object(report.Skipped),
            ["outside_window"] = report.OutsideWindow,
            ["duplicates_removed"] = report.DuplicatesRemoved,
            ["notes"] = new JsonArray([.. report.Notes.Select(n => JsonValue.Create(n))]),
        };
    }

    static JsonObject Object(IReadOnlyDictionary<string, long> fields)
    {
        var all = new JsonObject();
        foreach (var (name, value) in fields) all.Add(name, value);
        return all;
    }

    static void Add(SortedDictionary<string, long> counts, string name, int count)
    {
        if (count == 0) return;
        name = JsonNamingPolicy.KebabCaseLower.ConvertName(name);
        counts[name] = counts.GetValueOrDefault(name) + count;
    }
}
