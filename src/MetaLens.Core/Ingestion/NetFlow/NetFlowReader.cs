using System.Globalization;
using System.Net;
using System.Text;
using MetaLens.Messages;

namespace MetaLens.Ingestion.NetFlow;

/// <summary>Reads the flows of one file. A row is read where it lies: only an address or a flow that is new becomes a string.</summary>
sealed class NetFlowReader(SourceFile file, MessageLogBuilder log, ReadContext context)
{
    const int MostCells = 64;

    readonly Dictionary<string, int> _actors = new(StringComparer.Ordinal);
    readonly WallClock _clock = new(context.Options.TimeZone);
    readonly Range[] _cells = new Range[MostCells];
    char[] _row = [], _flow = [];
    int _count, _flowLength;

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
            if (line.IsEmpty) continue;
            var row = Split(line);
            if (lines.HasNoEnd) context.Report.NoteCut();
            if (lines.HasNoEnd && _count < columns.Width) context.Report.Reject(RejectReasons.Truncated, new Place(file.Name, lines.Number, 1), "row", "");
            else Take(row, columns, lines.Number);
        }
        if (lines.IsBroken) context.Report.Reject(RejectReasons.Truncated, new Place(file.Name, lines.Number, 1), "file", "");
    }

    ReadOnlySpan<char> Split(ReadOnlySpan<byte> line)
    {
        if (_row.Length < line.Length) (_row, _flow) = (new char[line.Length * 2], new char[(line.Length * 2) + 16]);
        var row = _row.AsSpan(0, Encoding.UTF8.GetChars(line, _row));
        _count = row.Split(_cells, ',');
        return row;
    }

    void Take(ReadOnlySpan<char> row, NetFlowColumns columns, long line)
    {
        var place = new Place(file.Name, line, 1);
        if (_count < columns.Needed) { context.Report.Reject(RejectReasons.TooFewCells, place, "row", ""); return; }
        var start = Cell(row, columns.Start);
        var from = Cell(row, columns.From);
        var to = Cell(row, columns.To);
        var bytesCell = Cell(row, columns.Bytes);
        if (!DateText.TryRead(start, DateOrder.YearMonthDay, out var local, out _)) { context.Report.Reject(RejectReasons.TimeUnreadable, place, "ts", start); return; }
        var sentAt = _clock.Read(local);
        if (!MessageTime.Holds(sentAt)) { context.Report.Reject(RejectReasons.TimeOutOfRange, place, "ts", start); return; }
        if (ActorOf(from) is not { } sender) { context.Report.Reject(RejectReasons.SenderEmpty, place, "sa", from); return; }
        if (ActorOf(to) is not { } recipient) { context.Report.Reject(RejectReasons.RecipientEmpty, place, "da", to); return; }
        if (SizeOf(bytesCell, out var bytes) is { } bad) { context.Report.Reject(bad, place, "ibyt", bytesCell); return; }
        var conversation = log.Conversation(FlowName(row, columns));
        Add(sentAt, sender, recipient, bytes, conversation);
        if (columns.BytesBack >= 0 && columns.BytesBack < _count && SizeOf(Cell(row, columns.BytesBack), out var back) is null && back > 0) Add(sentAt, recipient, sender, back, conversation);
    }

    void Add(long sentAt, int sender, int recipient, int bytes, int conversation) =>
        log.Add(new MessageRecord { SentAt = sentAt, Sender = sender, Recipients = [recipient], Size = bytes, Conversation = conversation, Traits = new MessageTraits(RecipientBasis.Exact) });

    // An address may be written in several ways (IPv6); its actor has one name.
    int? ActorOf(ReadOnlySpan<char> cell)
    {
        if (_actors.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(cell, out var actor)) return actor;
        return IPAddress.TryParse(cell, out var address) ? _actors[cell.ToString()] = log.Actor(address.ToString()) : null;
    }

    // The last cell holds the rest of a row of more cells than are looked at.
    ReadOnlySpan<char> Cell(ReadOnlySpan<char> row, int column) => column >= 0 && column < _count ? row[_cells[column]].Trim() : default;

    // Protocol and both ends with their ports, the same for both directions of a flow.
    ReadOnlySpan<char> FlowName(ReadOnlySpan<char> row, NetFlowColumns columns)
    {
        _flowLength = 0;
        Append(Cell(row, columns.Protocol), ' ');
        var order = Cell(row, columns.From).SequenceCompareTo(Cell(row, columns.To));
        var isForward = order < 0 || (order == 0 && Cell(row, columns.FromPort).SequenceCompareTo(Cell(row, columns.ToPort)) <= 0);
        foreach (var isSource in (ReadOnlySpan<bool>)[isForward, !isForward])
        {
            Append(Cell(row, isSource ? columns.From : columns.To), ':');
            Append(Cell(row, isSource ? columns.FromPort : columns.ToPort), ' ');
        }
        return _flow.AsSpan(0, _flowLength - 1);
    }

    void Append(ReadOnlySpan<char> cell, char after)
    {
        cell.CopyTo(_flow.AsSpan(_flowLength));
        _flowLength += cell.Length;
        _flow[_flowLength++] = after;
    }

    static RejectReason? SizeOf(ReadOnlySpan<char> text, out int size)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size)) return null;
        size = -1;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bytes)) return RejectReasons.SizeUnreadable;
        if (bytes < 0) return RejectReasons.SizeNegative;
        if (bytes > int.MaxValue) return RejectReasons.SizeTooLarge;
        size = (int)bytes;
        return null;
    }
}
