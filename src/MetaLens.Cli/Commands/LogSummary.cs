using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using MetaLens.Cli.Output;
using MetaLens.Messages;

namespace MetaLens.Cli.Commands;

/// <summary>What <c>inspect</c> says of a log.</summary>
sealed record LogSummary(Input Input, int SelfMessages, double SizeKnownShare, IReadOnlyDictionary<string, int> Kinds, IReadOnlyDictionary<string, int> RecipientBasis, int SealedSender)
{
    public static LogSummary Of(Input input)
    {
        var log = input.Log;
        ReadOnlySpan<int> senders = log.Sender, offsets = log.RecipientOffset, recipients = log.Recipient, sizes = log.Size;
        int self = 0, sized = 0, hidden = 0;
        for (var i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] >= 0) sized++;
            if (offsets[i + 1] - offsets[i] == 1 && recipients[offsets[i]] == senders[i]) self++;
        }
        var kinds = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (kind, count) in Counts(MemoryMarshal.AsBytes(log.Kind))) kinds.Add(Kebab(((MessageKind)kind).ToString()), count);
        var basis = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (bits, count) in Counts(MemoryMarshal.AsBytes(log.Traits)))
        {
            var traits = new MessageTraits(bits);
            var name = Kebab(traits.RecipientBasis.ToString());
            basis[name] = basis.GetValueOrDefault(name) + count;
            if (traits.SealedSender) hidden += count;
        }
        return new LogSummary(input, self, log.Count == 0 ? 0 : (double)sized / log.Count, kinds, basis, hidden);
    }

    // Neighbours are mostly alike: counting them by runs touches the table once a run.
    static Dictionary<byte, int> Counts(ReadOnlySpan<byte> values)
    {
        var counts = new Dictionary<byte, int>();
        while (!values.IsEmpty)
        {
            var run = values.IndexOfAnyExcept(values[0]) is >= 0 and var end ? end : values.Length;
            counts[values[0]] = counts.GetValueOrDefault(values[0]) + run;
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
            ["size_known_share"] = Math.Round(SizeKnownShare, 6),
            ["kinds"] = Object(Kinds.Select(k => (k.Key, (long)k.Value))),
            ["recipients_known"] = Object(RecipientBasis.Select(k => (k.Key, (long)k.Value))),
            ["sealed_sender"] = SealedSender,
            ["account_records"] = Object(report.AccountRecords.Select(r => (r.Key, r.Value))),
            ["unreadable"] = new JsonArray([.. report.Unreadable.Select(u => JsonValue.Create(u))]),
            ["rejected"] = Object(report.Rejected.Select(r => (r.Key, r.Value))),
            ["rejected_total"] = report.RejectedTotal,
            ["skipped"] = Object(report.Skipped.Select(r => (r.Key, r.Value))),
            ["outside_window"] = report.OutsideWindow,
            ["duplicates_removed"] = report.DuplicatesRemoved,
            ["notes"] = new JsonArray([.. report.Notes.Select(n => JsonValue.Create(n))]),
        };
    }

    public void WriteTo(TextWriter output)
    {
        var (log, report) = (Input.Log, Input.Report);
        Line("format", string.Join(", ", report.Files.GroupBy(f => f.Format).Select(g => $"{g.Key} ({g.Count()} file{(g.Count() == 1 ? "" : "s")})")));
        if (log.Owner is { } owner) Line("you", log.Actors.NameOf(owner));
        Line("messages", $"{N(log.Count)} ({N(log.DeliveryCount)} deliveries{(SelfMessages > 0 ? $", {N(SelfMessages)} to oneself" : "")})");
        Line("actors", N(log.Actors.Count));
        if (log.ConversationNames.Length > 0) Line("conversations", N(log.ConversationNames.Length));
        if (log.Count > 0) Line("span", $"{TimeText.ForPeople(log.SentAt[0], log.TimeBasis)} – {TimeText.ForPeople(log.SentAt[^1], log.TimeBasis)}");
        Line("time basis", log.TimeBasis switch
        {
            TimeBasis.Utc => "instants (UTC)",
            TimeBasis.LocalUnknown => "wall clock of an unnamed zone (--timezone names it)",
            _ => "seconds from an unnamed start",
        });
        Line("sizes", SizeKnownShare == 0 ? "unknown" : $"known for {(SizeKnownShare * 100).ToString("0.#", CultureInfo.InvariantCulture)} %");
        if (Kinds.Count > 1 || !Kinds.ContainsKey("unspecified")) Line("kinds", Join(Kinds));
        Line("recipients", string.Join(", ", RecipientBasis.Select(b => $"{N(b.Value)} {InWords(b.Key)}")));
        if (SealedSender > 0) Line("sealed sender", N(SealedSender));
        if (report.Skipped.Count > 0) Line("not messages", string.Join(", ", report.Skipped.Select(s => $"{N(s.Value)} {s.Key}")));
        if (report.OutsideWindow > 0) Line("outside window", N(report.OutsideWindow));
        if (report.DuplicatesRemoved > 0) Line("duplicates", $"{N(report.DuplicatesRemoved)} removed");
        Line("rejected", report.RejectedTotal == 0 ? "none" : string.Join(", ", report.Rejected.Select(r => $"{N(r.Value)} {r.Key}")));
        if (report.AccountRecords.Count > 0) Line("also inside", $"{string.Join(", ", report.AccountRecords.Select(r => $"{N(r.Value)} {r.Key}"))}: only counted here, but the operator keeps them");
        foreach (var unreadable in report.Unreadable) Line("unreadable", unreadable);
        foreach (var note in report.Notes) Line("note", note);

        void Line(string label, string value) => output.WriteLine($"{label,-15} {VisibleText.Of(value)}");
    }

    static string InWords(string basis) => basis switch
    {
        "exact" => "named by the record itself",
        "snapshot" => "by who was in the chat when it was exported",
        "speakers-only" => "by who spoke in the chat",
        _ => "unknown",
    };

    static string Join(IReadOnlyDictionary<string, int> counts) => string.Join(", ", counts.Select(c => $"{N(c.Value)} {c.Key}"));

    static JsonObject Object(IEnumerable<(string Key, long Value)> fields) =>
        new(fields.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Key, JsonValue.Create(f.Value))));

    static string N(long n) => n.ToString("N0", CultureInfo.InvariantCulture);

    static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
