using System.Buffers.Text;
using System.Xml;
using MetaLens.Messages;
using NodaTime.Text;

namespace MetaLens.Ingestion.Xmpp;

/// <summary>Reads the results of a query to a message archive (XEP-0313).</summary>
sealed class MessageArchive(SourceFile file, MessageLogBuilder log, ReadContext context)
{
    string _owner = context.Options.Me.Count > 0 ? BareOf(context.Options.Me[0]) : "";

    public void ReadAll()
    {
        XmlFile.Walk(file, context, xml =>
        {
            while (xml.Read())
            {
                context.Stop.ThrowIfCancellationRequested();
                if (xml.NodeType != XmlNodeType.Element) continue;
                // The archive answers its owner.
                if (xml.LocalName == "message" && _owner.Length == 0) _owner = BareOf(xml.GetAttribute("to") ?? "");
                else if (xml.LocalName == "result" && xml.NamespaceURI.StartsWith("urn:xmpp:mam:", StringComparison.Ordinal)) TakeResult(xml);
            }
        });
        if (_owner.Length > 0) log.Owner = _owner;
    }

    void TakeResult(XmlReader xml)
    {
        var line = xml as IXmlLineInfo;
        var place = new Place(file.Name, line?.LineNumber ?? 0, line?.LinePosition ?? 0);
        var (from, to, type, stamp) = ("", "", "", "");
        var size = new MessageSize();
        var kind = MessageKind.Text;
        var depth = xml.Depth;
        if (xml.IsEmptyElement) return;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "message": (from, to, type) = (xml.GetAttribute("from") ?? "", xml.GetAttribute("to") ?? "", xml.GetAttribute("type") ?? ""); break;
                case "delay": stamp = xml.GetAttribute("stamp") ?? ""; break;
                case "received" or "displayed": kind = MessageKind.Receipt; break;
                case "reactions": kind = MessageKind.Reaction; break;
                // Beside an encrypted payload a body is only the hint that this is encrypted.
                case "body": size.AddText(TextOf(xml)); break;
                case "payload": size = default; size.AddBytes(Base64.IsValid(TextOf(xml), out var bytes) ? bytes : null); break;
            }
        }
        Add(from, to, type, stamp, kind, kind == MessageKind.Text ? size.Value : -1, place);
    }

    void Add(string from, string to, string type, string stamp, MessageKind kind, int size, Place place)
    {
        var isRoom = type == "groupchat";
        var sender = isRoom ? PhoneNumber.Normalize(from) : BareOf(from);
        var recipient = BareOf(to);
        if (sender.Length == 0) sender = _owner;
        if (sender.Length == 0) { context.Report.Reject(RejectReasons.SenderEmpty, place, "from", ""); return; }
        if (recipient.Length == 0) recipient = _owner;
        var parsed = OffsetDateTimePattern.ExtendedIso.Parse(stamp);
        if (!parsed.Success) { context.Report.Reject(stamp.Length == 0 ? RejectReasons.TimeEmpty : RejectReasons.TimeUnreadable, place, "stamp", stamp); return; }
        var sentAt = parsed.Value.ToInstant().ToUnixTimeMilliseconds();
        if (!MessageTime.Holds(sentAt)) { context.Report.Reject(RejectReasons.TimeOutOfRange, place, "stamp", stamp); return; }
        var peer = sender == _owner ? recipient : sender;
        int[] recipients = isRoom || recipient.Length == 0 ? [] : [log.Actor(recipient)];
        log.Add(new MessageRecord
        {
            SentAt = sentAt,
            Sender = log.Actor(sender),
            Recipients = recipients,
            Size = size,
            Conversation = log.Conversation(isRoom ? BareOf(from) : peer),
            Kind = kind,
            Traits = new MessageTraits(isRoom ? RecipientBasis.SpeakersOnly : recipients.Length > 0 ? RecipientBasis.Exact : RecipientBasis.Unknown),
        });
    }

    // The text of an element without leaving it, so that the walk's depth stays right.
    static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var depth = xml.Depth;
        var text = new System.Text.StringBuilder();
        while (xml.Read() && xml.Depth > depth)
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) text.Append(xml.Value);
        return text.ToString();
    }

    static string BareOf(string address)
    {
        var slash = address.IndexOf('/', StringComparison.Ordinal);
        return PhoneNumber.Normalize(slash < 0 ? address : address[..slash]).ToLowerInvariant();
    }
}
