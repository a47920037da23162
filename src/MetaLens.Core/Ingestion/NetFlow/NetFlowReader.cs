using System.Globalization;
using System.Net;
using System.Text;
using MetaLens.Messages;

namespace MetaLens.Ingestion.NetFlow;

/// <summary>Reads the flows of one file.</summary>
sealed class NetFlowReader(SourceFile file, MessageLogBuilder log, ReadContext context)
{
    readonly Dictionary<string, int> _actors = new(StringComparer.Ordinal);
    readonly WallClock _clock = new(context.Options.TimeZone);

    public void ReadAll()
    {
        var columns = NetFlowColumns.Of(file.Head) ?? throw new MessageFormatException(new Place(file.Name, 1, 1), "a first row of another form", "ts,te,td,sa,da,… as nfdump -o csv writes it", "export again with nfdump -o csv");
        using var stream = file.Open();
        var lines = new ByteLines(stream);
        lines.Next(out _);
        while (lines.Next(out var line))
        {
            if ((lines.Number & 0xFFF) == 0) context.Stop.ThrowIfCancellationRequested();
            // The totals at the end are no flows.
            if (line.StartsWith("Summary"u8)) return;
            if (!line.IsEmpty) Take(Encoding.UTF8.GetString(line).Split(','), columns, new Place(file.Name, lines.Number, 1));
        }
        if (lines.IsBroken) context.Report.Reject(RejectReasons.Truncated, new Place(file.Name, lines.Number, 1), "file", "");
    }

    void Take(string[] cells, NetFlowColumns columns, Place place)
    {
        if (cells.Length < columns.Needed) { context.Report.Reject(RejectReasons.TooFewCells, place, "row", ""); return; }
        if (!DateText.TryRead(cells[columns.Start], DateOrder.YearMonthDay, out var local, out _)) { context.Report.Reject(RejectReasons.TimeUnreadable, place, "ts", cells[columns.Start]); return; }
        var sentAt = _clock.Read(local);
        if (!MessageTime.Holds(sentAt)) { context.Report.Reject(RejectReasons.TimeOutOfRange, place, "ts", cells[columns.Start]); return; }
        if (ActorOf(cells[columns.From]) is not { } sender) { context.Report.Reject(RejectReasons.SenderEmpty, place, "sa", cells[columns.From]); return; }
        if (ActorOf(cells[columns.To]) is not { } recipient) { context.Report.Reject(RejectReasons.RecipientEmpty, place, "da", cells[columns.To]); return; }
        if (SizeOf(cells[columns.Bytes], out var bytes) is { } bad) { context.Report.Reject(bad, place, "ibyt", cells[columns.Bytes]); return; }
        var conversation = log.Conversation(FlowName(Cell(cells, columns.Protocol), $"{cells[columns.From].AsSpan().Trim()}:{Cell(cells, columns.FromPort)}", $"{cells[columns.To].AsSpan().Trim()}:{Cell(cells, columns.ToPort)}"));
        Add(sentAt, sender, recipient, bytes, conversation);
        if (columns.BytesBack >= 0 && columns.BytesBack < cells.Length && SizeOf(cells[columns.BytesBack], out var back) is null && back > 0) Add(sentAt, recipient, sender, back, conversation);
    }

    void Add(long sentAt, int sender, int recipient, int bytes, int conversation) =>
        log.Add(new MessageRecord { SentAt = sentAt, Sender = sender, Recipients = [recipient], Size = bytes, Conversation = conversation, Traits = new MessageTraits(RecipientBasis.Exact) });

    // An address may be written in several ways (IPv6); its actor has one name.
    int? ActorOf(string cell)
    {
        if (_actors.TryGetValue(cell, out var actor)) return actor;
        return IPAddress.TryParse(cell.Trim(), out var address) ? _actors[cell] = log.Actor(address.ToString()) : null;
    }

    static string Cell(string[] cells, int column) => column >= 0 && column < cells.Length ? cells[column].Trim() : "";

    // The same for both directions of a flow.
    static string FlowName(string protocol, string a, string b) => string.CompareOrdinal(a, b) <= 0 ? $"{protocol} {a} {b}" : $"{protocol} {b} {a}";

    static RejectReason? SizeOf(string text, out int size)
    {
        size = -1;
        if (!decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bytes)) return RejectReasons.SizeUnreadable;
        if (bytes < 0) return RejectReasons.SizeNegative;
        if (bytes > int.MaxValue) return RejectReasons.SizeTooLarge;
        size = (int)bytes;
        return null;
    }
}
