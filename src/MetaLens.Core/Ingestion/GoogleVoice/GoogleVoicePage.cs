using System.Runtime.InteropServices;
using MetaLens.Messages;
using NodaTime.Text;

namespace MetaLens.Ingestion.GoogleVoice;

/// <summary>Reads one page: a conversation of texts, or one call.</summary>
sealed class GoogleVoicePage(SourceFile file, string owner, MessageLogBuilder log, ReadContext context)
{
    const int LargestPage = 256 << 20;

    readonly List<string> _participants = [];
    readonly List<(long At, string From, int Size, bool HasMedia)> _messages = [];
    readonly List<int> _recipients = [];
    readonly HashSet<string> _ownerNumbers = new(context.Options.Me.Select(PhoneNumber.Normalize).Append(owner), StringComparer.Ordinal);
    bool _truncated;

    public void ReadAll()
    {
        if (file.Length > LargestPage) throw new MessageFormatException(new Place(file.Name), "a page of over 256 MB", "a page of one conversation", "export again");
        using var reader = new StreamReader(file.Open());
        var page = reader.ReadToEnd();
        if (page.Contains("class=\"haudio\"", StringComparison.Ordinal)) ReadCall(page);
        else ReadTexts(page);
        if (_truncated || !page.AsSpan().TrimEnd().EndsWith("</html>", StringComparison.OrdinalIgnoreCase)) context.Report.Reject(RejectReasons.Truncated, new Place(file.Name), "page", "");
    }

    void ReadTexts(string page)
    {
        var tags = new HtmlTags(page);
        var (at, from, inParticipants, inSender, inQuote, hasMedia, open) = ("", "", false, false, false, false, false);
        var size = new MessageSize();
        while (tags.Read())
        {
            if (tags.Name is "div" && tags.HasClass("participants")) inParticipants = true;
            else if (tags.Name is "div" && tags.HasClass("message"))
            {
                (inParticipants, open, at, from, hasMedia, size) = (false, true, "", "", false, default);
            }
            else if (tags.Name is "abbr" && tags.HasClass("dt")) at = tags.Attribute("title");
            else if (tags.Name is "cite") inSender = true;
            else if (tags.Name is "/cite") inSender = false;
            else if (tags.Name is "a" && inSender && tags.HasClass("tel"))
            {
                var number = NumberOf(tags.Attribute("href"));
                if (!inParticipants) from = number;
                else if (number.Length > 0) _participants.Add(number);
            }
            else if (tags.Name is "q") inQuote = true;
            else if (tags.Name is "/q") inQuote = false;
            else if (tags.Name is "img" or "video" or "audio") { size.AddBytes(null); hasMedia = true; }
            else if (tags.Name.IsEmpty && inQuote) size.AddBytes(tags.TextBytes);
            else if (tags.Name is "/div" && open)
            {
                Take(at, from, size, hasMedia);
                open = false;
            }
        }
        _truncated = tags.IsCut;
        if (open && at.Length > 0) _truncated = true;
        AddAll();
    }

    void Take(string at, string from, MessageSize size, bool hasMedia)
    {
        if (from.Length == 0) context.Report.Reject(RejectReasons.SenderEmpty, new Place(file.Name), "a.tel", "");
        else if (TryTime(at, out var sentAt)) _messages.Add((sentAt, from, size.Value < 0 && !hasMedia ? 0 : size.Value, hasMedia));
    }

    // "Me" has the owner's number in a page; where the caller or the card names the owner otherwise, the number found beside "Me" is theirs too.
    void AddAll()
    {
        var peers = _participants.Concat(_messages.Select(m => m.From)).Where(n => !IsOwner(n)).Distinct(StringComparer.Ordinal).ToList();
        var thread = log.Conversation(string.Join('~', peers.Order(StringComparer.Ordinal)) is { Length: > 0 } name ? name : Path.GetFileNameWithoutExtension(file.FileName));
        foreach (var (at, from, size, hasMedia) in _messages)
        {
            var sender = IsOwner(from) ? owner : from;
            _recipients.Clear();
            if (sender != owner) _recipients.Add(log.Actor(owner));
            foreach (var peer in peers)
                if (peer != sender) _recipients.Add(log.Actor(peer));
            log.Add(new MessageRecord
            {
                SentAt = at,
                Sender = log.Actor(sender),
                Recipients = CollectionsMarshal.AsSpan(_recipients),
                Size = size,
                Conversation = thread,
                Kind = hasMedia ? MessageKind.File : MessageKind.Text,
                Traits = new MessageTraits(_recipients.Count == 0 ? RecipientBasis.Unknown : _participants.Count > 0 ? RecipientBasis.Snapshot : RecipientBasis.Exact),
            });
        }
    }

    bool IsOwner(string number) => _ownerNumbers.Contains(number);

    void ReadCall(string page)
    {
        var tags = new HtmlTags(page);
        var (at, number, inContributor, label) = ("", "", false, "");
        while (tags.Read())
        {
            if (tags.Name is "div" && tags.HasClass("contributor")) inContributor = true;
            else if (tags.Name is "a" && inContributor && tags.HasClass("tel")) (number, inContributor) = (NumberOf(tags.Attribute("href")), false);
            else if (tags.Name is "abbr" && tags.HasClass("published")) at = tags.Attribute("title");
            else if (tags.Name is "a" && tags.Attribute("rel") == "tag" && tags.Attribute("href") is var href && href.Contains('#', StringComparison.Ordinal)) label += $" {href[(href.IndexOf('#', StringComparison.Ordinal) + 1)..]}";
        }
        _truncated = tags.IsCut;
        if (number.Length == 0) { context.Report.Reject(RejectReasons.SenderEmpty, new Place(file.Name), "contributor", ""); return; }
        if (!TryTime(at, out var sentAt)) return;
        var placed = label.Contains("placed", StringComparison.Ordinal);
        log.Add(new MessageRecord
        {
            SentAt = sentAt,
            Sender = log.Actor(placed ? owner : number),
            Recipients = [log.Actor(placed ? number : owner)],
            Conversation = log.Conversation(number),
            Kind = label.Contains("voicemail", StringComparison.Ordinal) ? MessageKind.Voice : MessageKind.Call,
            Traits = new MessageTraits(RecipientBasis.Exact),
        });
    }

    bool TryTime(string text, out long sentAt)
    {
        sentAt = 0;
        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(text);
        if (!parsed.Success) { context.Report.Reject(text.Length == 0 ? RejectReasons.TimeEmpty : RejectReasons.TimeUnreadable, new Place(file.Name), "title", text); return false; }
        sentAt = parsed.Value.ToInstant().ToUnixTimeMilliseconds();
        if (MessageTime.Holds(sentAt)) return true;
        context.Report.Reject(RejectReasons.TimeOutOfRange, new Place(file.Name), "title", text);
        return false;
    }

    static string NumberOf(string href) => PhoneNumber.Normalize(href.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? href[4..] : href);
}
