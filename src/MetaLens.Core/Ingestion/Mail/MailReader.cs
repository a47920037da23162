using System.Runtime.InteropServices;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Mail;

/// <summary>Turns headers into messages and drops second copies of one message (kept in Sent and in a list's folder, say).</summary>
sealed class MailReader(MessageLogBuilder log, ReadContext context)
{
    const int LongestKept = 256;
    const int MostKept = 20_000;

    readonly Fingerprints _seen = new();
    readonly Dictionary<string, int> _deliveredTo = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<string>> _addresses = new(StringComparer.Ordinal);
    readonly List<int> _recipients = [];

    /// <summary>Takes one message.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="bytes">Its length as stored, header and body; −1 = unknown.</param>
    /// <param name="envelopeDate">The date of an mbox line, where there is one, for messages that have none themselves.</param>
    /// <param name="place">Where it begins.</param>
    public void Take(MailHeader header, long bytes, string envelopeDate, Place place)
    {
        if (IsDraft(header["X-Gmail-Labels"])) { context.Report.Skip("drafts"); return; }
        var from = Addresses(header["From"]);
        if (from.Count == 0) from = Addresses(header["Sender"]);
        if (from.Count == 0) { context.Report.Reject(RejectReasons.SenderEmpty, place, "From", header["From"]); return; }
        if (!TryTime(header, envelopeDate, out var sentAt))
        {
            context.Report.Reject(header["Date"].Length == 0 ? RejectReasons.TimeEmpty : RejectReasons.TimeUnreadable, place, "Date", header["Date"]);
            return;
        }
        if (!MessageTime.Holds(sentAt)) { context.Report.Reject(RejectReasons.TimeOutOfRange, place, "Date", header["Date"]); return; }
        var id = header["Message-ID"];
        if (id.Length > 0 && !_seen.Add(Fingerprint(id, sentAt))) { context.Report.Skip("copies of a message already read"); return; }
        if (bytes > int.MaxValue) { context.Report.Reject(RejectReasons.SizeTooLarge, place, "message", ""); return; }
        var basis = Recipients(header);
        log.Add(new MessageRecord
        {
            SentAt = sentAt,
            Sender = log.Actor(from[0]),
            Recipients = CollectionsMarshal.AsSpan(_recipients),
            Size = (int)bytes,
            Conversation = ThreadOf(header) is { Length: > 0 } thread ? log.Conversation(thread) : -1,
            Kind = IsReceipt(header["Content-Type"]) ? MessageKind.Receipt : MessageKind.Unspecified,
            Traits = new MessageTraits(basis),
        });
    }

    /// <summary>Names the owner: by the caller, else the address that most messages were delivered to, if it has more than half of them.</summary>
    public void NameOwner()
    {
        var total = _deliveredTo.Values.Sum();
        if (context.Options.Me.Count > 0) log.Owner = context.Options.Me[0].ToLowerInvariant();
        else if (_deliveredTo.Count > 0 && _deliveredTo.MaxBy(d => d.Value) is var top && top.Value * 2 > total) log.Owner = top.Key;
    }

    RecipientBasis Recipients(MailHeader header)
    {
        List<string> names = [.. Addresses(header["To"]), .. Addresses(header["Cc"]), .. Addresses(header["Bcc"])];
        var delivered = Addresses(header["Delivered-To"]);
        if (delivered.Count > 0) _deliveredTo[delivered[0]] = _deliveredTo.GetValueOrDefault(delivered[0]) + 1;
        // A blind copy names nobody but tells by its delivery whom it reached.
        if (names.Count == 0) names = delivered.Count > 0 ? delivered : Addresses(header["X-Original-To"]);
        _recipients.Clear();
        foreach (var name in names.Distinct(StringComparer.Ordinal)) _recipients.Add(log.Actor(name));
        return _recipients.Count > 0 ? RecipientBasis.Exact : RecipientBasis.Unknown;
    }

    // People write to the same people again and again; long lists are rare and not kept.
    List<string> Addresses(string field)
    {
        if (_addresses.TryGetValue(field, out var known)) return known;
        var found = MailAddresses.Of(field);
        if (field.Length <= LongestKept && _addresses.Count < MostKept) _addresses[field] = found;
        return found;
    }

    // 64 bits (FNV-1a) instead of the whole id keep a large mailbox small in memory; two ids of one mailbox do not meet in practice.
    static ulong Fingerprint(string id, long sentAt)
    {
        var hash = 14695981039346656037;
        foreach (var c in id) hash = (hash ^ c) * 1099511628211;
        return (hash ^ (ulong)sentAt) * 1099511628211;
    }

    static bool TryTime(MailHeader header, string envelopeDate, out long sentAt)
    {
        var received = header["Received"];
        return MailDate.TryRead(header["Date"], out sentAt)
            || MailDate.TryRead(received[(received.LastIndexOf(';') + 1)..], out sentAt)
            || MailDate.TryRead(envelopeDate, out sentAt);
    }

    // The first message of a thread stands first in References; In-Reply-To alone is the one before.
    static string ThreadOf(MailHeader header)
    {
        if (header["X-GM-THRID"] is { Length: > 0 } thread) return thread;
        foreach (var field in (ReadOnlySpan<string>)["References", "In-Reply-To", "Message-ID"])
        {
            var text = header[field];
            var start = text.IndexOf('<', StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf('>', start);
            if (end > start) return text[start..(end + 1)];
        }
        return "";
    }

    static bool IsDraft(string labels) => labels.Length > 0 && EncodedWords.Decode(labels).Split(',') is var all && (all.Contains("Draft") || all.Contains("Drafts"));

    static bool IsReceipt(string contentType) =>
        contentType.StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase)
        && (contentType.Contains("disposition-notification", StringComparison.OrdinalIgnoreCase) || contentType.Contains("delivery-status", StringComparison.OrdinalIgnoreCase));
}
