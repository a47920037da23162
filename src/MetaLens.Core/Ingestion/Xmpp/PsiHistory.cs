using System.Text;
using System.Xml;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Xmpp;

/// <summary>Reads one history of the client Psi: a file a contact, named by the contact's address, in lines or in XML.</summary>
sealed class PsiHistory(SourceFile file, MessageLogBuilder log, ReadContext context)
{
    readonly WallClock _clock = new(context.Options.TimeZone);
    readonly string _owner = context.Options.Me.Count > 0 ? context.Options.Me[0] : "Me";
    readonly string _peer = Path.GetFileNameWithoutExtension(file.FileName).Replace("_at_", "@", StringComparison.Ordinal).Replace("%5f", "_", StringComparison.Ordinal);

    public static bool Looks(SourceFile file) => LooksLikeLines(file.Head) || LooksLikeXml(file.Head);

    public void ReadAll()
    {
        log.Owner = _owner;
        if (LooksLikeXml(file.Head)) ReadXml();
        else ReadLines();
    }

    // |2009-01-26T18:34:25|1|to|N---|text: time, sort, direction, flags, text with \n for line breaks.
    void ReadLines()
    {
        log.TimeBasis = _clock.Basis;
        using var stream = file.Open();
        var lines = new ByteLines(stream);
        while (lines.Next(out var line))
        {
            context.Stop.ThrowIfCancellationRequested();
            if (line.IsEmpty) continue;
            var place = new Place(file.Name, lines.Number, 1);
            var cells = Encoding.UTF8.GetString(line).Split('|', 6);
            if (cells.Length < 6) context.Report.Reject(lines.Offset + lines.Length == file.Length ? RejectReasons.Truncated : RejectReasons.TooFewCells, place, "line", "");
            else if (cells[2] is not ("0" or "1" or "4" or "5")) context.Report.Skip("notices");
            else Add(cells[1], cells[3] == "from", Encoding.UTF8.GetByteCount(cells[5]), place);
        }
    }

    void ReadXml() => XmlFile.Walk(file, context, xml =>
    {
        log.TimeBasis = TimeBasis.Utc;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "message") continue;
            var (time, incoming) = (xml.GetAttribute("time") ?? "", xml.GetAttribute("is_incoming") == "true");
            var place = xml is IXmlLineInfo line ? new Place(file.Name, line.LineNumber, line.LinePosition) : new Place(file.Name);
            var bytes = 0;
            var depth = xml.Depth;
            if (!xml.IsEmptyElement)
                while (xml.Read() && xml.Depth > depth)
                    if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) bytes += Encoding.UTF8.GetByteCount(xml.Value);
            Add(time, incoming, bytes, place);
        }
    });

    void Add(string time, bool incoming, int bytes, Place place)
    {
        if (!DateText.TryRead(time, DateOrder.YearMonthDay, out var local, out var offset)) { context.Report.Reject(RejectReasons.TimeUnreadable, place, "time", time); return; }
        var sentAt = offset is { } o ? local.WithOffset(o).ToInstant().ToUnixTimeMilliseconds() : _clock.Next(local);
        if (!MessageTime.Holds(sentAt)) { context.Report.Reject(RejectReasons.TimeOutOfRange, place, "time", time); return; }
        var (owner, peer) = (log.Actor(_owner), log.Actor(_peer.Length > 0 ? _peer : "contact"));
        log.Add(new MessageRecord
        {
            SentAt = sentAt,
            Sender = incoming ? peer : owner,
            Recipients = [incoming ? owner : peer],
            Size = bytes,
            Conversation = log.Conversation(_peer),
            Kind = MessageKind.Text,
            Traits = new MessageTraits(RecipientBasis.Exact),
        });
    }

    static bool LooksLikeLines(ReadOnlySpan<byte> head) =>
        head is [(byte)'|', _, ..] && head[1..].IndexOf((byte)'|') is 19 or 20 && Encoding.UTF8.GetString(head[1..20]) is var stamp && DateText.TryRead(stamp, DateOrder.YearMonthDay, out _, out _);

    static bool LooksLikeXml(ReadOnlySpan<byte> head) =>
        head.IndexOf("<history"u8) is >= 0 and < 256 && head.IndexOf("is_incoming="u8) >= 0;
}
