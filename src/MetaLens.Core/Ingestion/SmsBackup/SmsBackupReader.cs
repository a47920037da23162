using System.Globalization;
using System.Runtime.InteropServices;
using System.Xml;
using MetaLens.Messages;

namespace MetaLens.Ingestion.SmsBackup;

/// <summary>Reads one file of SMS Backup &amp; Restore, element by element.</summary>
sealed class SmsBackupReader(SourceFile file, MessageLogBuilder log, ReadContext context)
{
    const string Insert = "insert-address-token";

    readonly string _owner = context.Options.Me.Count > 0 ? context.Options.Me[0] : "Me";
    readonly HashSet<string> _ownerNumbers = context.Options.Me.Select(PhoneNumber.Normalize).Append(Insert).ToHashSet(StringComparer.Ordinal);
    readonly List<int> _recipients = [];
    readonly List<GroupMms> _ownerAmong = [];

    public void ReadAll()
    {
        Walk();
        TakeOwnerAmong();
    }

    void Walk() => XmlFile.Walk(file, context, xml =>
    {
        log.Owner = _owner;
        while (xml.Read())
        {
            context.Stop.ThrowIfCancellationRequested();
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "sms") TakeSms(xml);
            else if (xml.LocalName == "mms") TakeMms(xml);
            else if (xml.LocalName == "call") TakeCall(xml);
        }
    });

    void TakeSms(XmlReader xml)
    {
        var size = new MessageSize();
        size.AddText(Attribute(xml, "body"));
        switch (Attribute(xml, "type"))
        {
            case "1": Add(xml, Attribute(xml, "address"), incoming: true, MessageKind.Text, size.Value); break;
            case "2": Add(xml, Attribute(xml, "address"), incoming: false, MessageKind.Text, size.Value); break;
            case "3": context.Report.Skip("drafts"); break;
            case "4" or "5" or "6": context.Report.Skip("messages that were not sent"); break;
            default: context.Report.Reject(RejectReasons.RecordMalformed, PlaceOf(xml), "type", Attribute(xml, "type")); break;
        }
    }

    void TakeCall(XmlReader xml)
    {
        switch (Attribute(xml, "type"))
        {
            case "1" or "3" or "4" or "5" or "6" or "7": Add(xml, Attribute(xml, "number"), incoming: true, MessageKind.Call, -1); break;
            case "2": Add(xml, Attribute(xml, "number"), incoming: false, MessageKind.Call, -1); break;
            default: context.Report.Reject(RejectReasons.RecordMalformed, PlaceOf(xml), "type", Attribute(xml, "type")); break;
        }
    }

    void Add(XmlReader xml, string number, bool incoming, MessageKind kind, int size)
    {
        var peers = number.Split('~').Select(PhoneNumber.Normalize).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (peers.Count == 0) { context.Report.Reject(incoming ? RejectReasons.SenderEmpty : RejectReasons.RecipientEmpty, PlaceOf(xml), kind == MessageKind.Call ? "number" : "address", number); return; }
        if (!TryTime(xml, out var sentAt)) return;
        var owner = log.Actor(_owner);
        _recipients.Clear();
        foreach (var peer in peers) _recipients.Add(log.Actor(peer));
        var sender = incoming ? _recipients[0] : owner;
        if (incoming) _recipients[0] = owner;
        Add(sentAt, sender, kind, size, string.Join('~', peers.Order(StringComparer.Ordinal)));
    }

    void TakeMms(XmlReader xml)
    {
        var place = PlaceOf(xml);
        var box = Attribute(xml, "msg_box");
        var known = TryTime(xml, out var sentAt);
        var threadAddress = Attribute(xml, "address");
        var size = new MessageSize();
        size.AddText(Attribute(xml, "sub"));
        var kind = MessageKind.Text;
        var addresses = new List<(string Number, string Type)>();
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName == "addr") addresses.Add((PhoneNumber.Normalize(Attribute(xml, "address")), Attribute(xml, "type")));
                else if (xml.LocalName == "part") TakePart(xml, ref size, ref kind);
            }
        }
        if (box is "3" or "4" or "5") { context.Report.Skip(box == "3" ? "drafts" : "messages that were not sent"); return; }
        if (!known) return;
        if (addresses.Count == 0) addresses.AddRange(threadAddress.Split('~').Select((a, i) => (PhoneNumber.Normalize(a), box == "1" && i == 0 ? "137" : "151")));
        var from = addresses.FirstOrDefault(a => a.Type == "137" && a.Number.Length > 0).Number ?? "";
        var others = addresses.Where(a => a.Type != "137" && a.Number.Length > 0 && !_ownerNumbers.Contains(a.Number)).Select(a => a.Number).Distinct(StringComparer.Ordinal).ToList();
        var incoming = box == "1";
        if (incoming && from.Length == 0) { context.Report.Reject(RejectReasons.SenderEmpty, place, "addr", ""); return; }
        if (!incoming && others.Count == 0) { context.Report.Reject(RejectReasons.RecipientEmpty, place, "addr", ""); return; }
        others.Remove(from);
        // What was sent names the owner's number as its sender.
        if (!incoming && from.Length > 0) _ownerNumbers.Add(from);
        if (incoming && others.Count > 1 && !addresses.Any(a => _ownerNumbers.Contains(a.Number))) { _ownerAmong.Add(new GroupMms(sentAt, from, others, size.Value, kind)); return; }
        // A sole recipient is the owner under a number that is not known yet.
        if (incoming && others.Count == 1 && !addresses.Any(a => _ownerNumbers.Contains(a.Number))) others.Clear();
        AddMms(new GroupMms(sentAt, incoming ? from : "", others, size.Value, kind));
    }

    // Group messages that came in before the owner's number was known. When it never is, the one number that all of them went to is the owner's, if there is only one.
    void TakeOwnerAmong()
    {
        if (_ownerAmong.Count == 0) return;
        var inAll = _ownerAmong.Skip(1).Aggregate(_ownerAmong[0].Others.AsEnumerable(), (all, m) => all.Intersect(m.Others)).ToList();
        if (inAll.Count == 1) _ownerNumbers.Add(inAll[0]);
        var candidates = _ownerAmong.SelectMany(m => m.Others).GroupBy(n => n, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).ToList();
        if (!candidates.Any(_ownerNumbers.Contains)) throw new OwnerUnknownException(file.Name, candidates);
        foreach (var mms in _ownerAmong) AddMms(mms with { Others = [.. mms.Others.Where(o => !_ownerNumbers.Contains(o))] });
    }

    void AddMms(GroupMms mms)
    {
        var incoming = mms.From.Length > 0;
        _recipients.Clear();
        if (incoming) _recipients.Add(log.Actor(_owner));
        foreach (var other in mms.Others) _recipients.Add(log.Actor(other));
        var thread = (incoming ? mms.Others.Append(mms.From) : mms.Others).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        Add(mms.SentAt, log.Actor(incoming ? mms.From : _owner), mms.Kind, mms.Size, string.Join('~', thread));
    }

    /// <param name="SentAt">Unix milliseconds.</param>
    /// <param name="From">Who sent it; empty = the owner.</param>
    /// <param name="Others">Who else received it.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Kind">The sort.</param>
    readonly record struct GroupMms(long SentAt, string From, List<string> Others, int Size, MessageKind Kind);

    static void TakePart(XmlReader xml, ref MessageSize size, ref MessageKind kind)
    {
        var type = Attribute(xml, "ct");
        if (type == "application/smil") return;
        var data = Attribute(xml, "data");
        if (type.StartsWith("text/plain", StringComparison.Ordinal) && data.Length == 0) { size.AddText(Attribute(xml, "text")); return; }
        size.AddBytes(Base64Length(data));
        kind = MediaKind.OfMediaType(type);
    }

    // Decoded length without decoding; null when it is no base64.
    static long? Base64Length(string data)
    {
        var text = data.AsSpan().TrimEnd("\r\n ");
        return text.Length == 0 || !System.Buffers.Text.Base64.IsValid(text, out var length) ? null : length;
    }

    bool TryTime(XmlReader xml, out long sentAt)
    {
        var text = Attribute(xml, "date");
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out sentAt))
        {
            context.Report.Reject(text.Length == 0 ? RejectReasons.TimeEmpty : RejectReasons.TimeUnreadable, PlaceOf(xml), "date", text);
            return false;
        }
        if (MessageTime.Holds(sentAt)) return true;
        context.Report.Reject(RejectReasons.TimeOutOfRange, PlaceOf(xml), "date", text);
        return false;
    }

    void Add(long sentAt, int sender, MessageKind kind, int size, string thread) => log.Add(new MessageRecord
    {
        SentAt = sentAt,
        Sender = sender,
        Recipients = CollectionsMarshal.AsSpan(_recipients),
        Size = size,
        Conversation = log.Conversation(thread),
        Kind = kind,
        Traits = new MessageTraits(RecipientBasis.Exact),
    });

    // The app writes "null" for what is not there.
    static string Attribute(XmlReader xml, string name) => xml.GetAttribute(name) is { } value && value != "null" ? value : "";

    Place PlaceOf(XmlReader xml) => xml is IXmlLineInfo line ? new Place(file.Name, line.LineNumber, line.LinePosition) : new Place(file.Name);
}
