using System.Globalization;
using MetaLens.Cli.Output;
using MetaLens.Ingestion;
using MetaLens.Messages;

namespace MetaLens.Cli.Commands;

/// <summary>What <c>inspect</c> says to people: a line each for format, owner, messages, span, and what could not be read and why.</summary>
static class SummaryText
{
    const int NamesShown = 5;

    public static void Write(LogSummary summary, TextWriter output)
    {
        var (log, report) = (summary.Input.Log, summary.Input.Report);
        Line("format", string.Join(", ", report.Files.GroupBy(f => f.Format).Select(g => Format(g.Key, g.Count()))));
        Line("you", log.Owner is { } owner ? log.Actors.NameOf(owner) : NotKnown(log));
        if (log.ConversationNames.Length > 0) Line("conversations", N(log.ConversationNames.Length));
        Line("messages", $"{N(log.Count)} ({Counted(log.DeliveryCount, "delivery", "deliveries")}{(summary.SelfMessages > 0 ? $", {N(summary.SelfMessages)} to oneself" : "")})");
        Line("actors", N(log.Actors.Count));
        if (log.Count > 0)
        {
            Line("span", Span(log));
            Line("time basis", log.TimeBasis switch
            {
                TimeBasis.Utc => "exact, in UTC",
                TimeBasis.LocalUnknown => "the clock of a place that the file does not name (--timezone ZONE tells, such as Europe/Berlin)",
                _ => "seconds from a start that the file does not name",
            });
            Line("sizes", Sizes(summary.SizedMessages, log.Count));
            if (summary.Kinds.Count > 1 || !summary.Kinds.ContainsKey("unspecified")) Line("kinds", List(summary.Kinds));
            Line("recipients", summary.RecipientBasis.Count == 1 ? InWords(summary.RecipientBasis.Keys.Single())
                : string.Join(", ", summary.RecipientBasis.Select(b => $"{N(b.Value)} {InWords(b.Key)}")));
            if (summary.SealedSender > 0) Line("sealed sender", $"{Counted(summary.SealedSender, "message", "messages")} whose sender the server did not see");
        }
        if (report.Skipped.Count > 0) Line("not messages", List(report.Skipped));
        if (report.OutsideWindow > 0) Line("outside window", N(report.OutsideWindow));
        if (report.DuplicatesRemoved > 0) Line("duplicates", $"{N(report.DuplicatesRemoved)} removed");
        if (report.AccountRecords.Count > 0) Line("also inside", $"{List(report.AccountRecords)}: only counted here, but the operator keeps them");
        if (report.RejectedTotal == 0) Line("rejected", "nothing");
        foreach (var (reason, count) in report.Rejected) Line("rejected", $"{N(count)} {reason}{Mend(report, reason)}");
        foreach (var unreadable in report.Unreadable) Line("unreadable", unreadable);
        foreach (var note in report.Notes) Line("note", note);

        void Line(string label, string value) => output.WriteLine($"{label,-15} {VisibleText.Of(value)}");
    }

    static string NotKnown(MessageLog log)
    {
        var names = LikelyOwners.Of(log);
        return names.Count == 0 ? "nobody in particular (--me NAME tells)"
            : $"not known (--me NAME tells: {string.Join(" or ", names.Take(NamesShown).Select(n => $"\"{n}\""))}{(names.Count > NamesShown ? ", …" : "")})";
    }

    // What cannot be read at all says itself what can be done.
    static string Mend(IngestionReport report, string reason) =>
        string.Join(" or ", report.First.Where(r => r.Reason.Id == reason).Select(r => r.Mend).Distinct()) is { Length: > 0 } mend ? $": {mend}" : "";

    // The id stands beside the name where --format could not be guessed from it.
    static string Format(string id, int files)
    {
        var service = MessageFormats.Find(id)?.Card.Service ?? id;
        return $"{service} ({(string.Equals(service, id, StringComparison.OrdinalIgnoreCase) ? "" : $"{id}, ")}{Counted(files, "file", "files")})";
    }

    static string Span(MessageLog log) => log.SentAt[0] == log.SentAt[^1] ? TimeText.ForPeople(log.SentAt[0], log.TimeBasis)
        : $"{TimeText.ForPeople(log.SentAt[0], log.TimeBasis)} – {TimeText.ForPeople(log.SentAt[^1], log.TimeBasis)}";

    static string Sizes(int known, int all) => known == 0 ? "unknown" : known == all ? "known"
        : $"known for {N(known)} of {N(all)} messages ({(100.0 * known / all).ToString("0.#", CultureInfo.InvariantCulture)} %)";

    static string InWords(string basis) => basis switch
    {
        "exact" => "named by the record itself",
        "snapshot" => "taken from who was in the chat when it was exported",
        "speakers-only" => "taken from who spoke in the chat; whoever only read is missing",
        _ => "unknown",
    };

    // Names are in the plural or without number: a count in brackets suits both.
    static string List(IReadOnlyDictionary<string, long> counts) => string.Join(", ", counts.OrderByDescending(c => c.Value).Select(c => $"{c.Key} ({N(c.Value)})"));

    static string Counted(long n, string one, string many) => $"{N(n)} {(n == 1 ? one : many)}";

    static string N(long n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
