using System.Globalization;
using MetaLens.Ingestion.Delimited;
using MetaLens.Messages;

namespace MetaLens.Ingestion.CallRecords;

/// <summary>Reads the records of one person.</summary>
sealed class CallRecordsReader(SourceFile file, string ego, MessageLogBuilder log, ReadContext context)
{
    readonly Dictionary<string, int> _actors = new(StringComparer.Ordinal);
    readonly WallClock _clock = new(context.Options.TimeZone);
    int? _egoActor;

    public void ReadAll()
    {
        var columns = CallRecordsColumns.Of(file.Head)
            ?? throw new MessageFormatException(new Place(file.Name, 1, 1), "a first row of another form", "interaction,direction,correspondent_id,datetime,…", "name the columns as bandicoot does");
        using var stream = file.Open();
        var lines = LineSource.Of(stream);
        if (columns.HasHeader) lines.Next();
        while (lines.Next() is { } row)
        {
            if ((lines.Line & 0xFFF) == 0) context.Stop.ThrowIfCancellationRequested();
            if (row.Length == 0) continue;
            var cells = DelimitedRow.Split(row, columns.Delimiter);
            if (cells.Length < columns.Width && lines.IsCut) context.Report.Reject(RejectReasons.Truncated, new Place(file.Name, lines.Line, 1), "row", "");
            else Take(cells, columns, lines.Line);
        }
        if (lines.IsCut) context.Report.NoteCut();
    }

    void Take(string[] cells, CallRecordsColumns columns, long line)
    {
        var place = new Place(file.Name, line, 1);
        if (cells.Length < columns.Needed) { context.Report.Reject(RejectReasons.TooFewCells, place, "row", ""); return; }
        if (cells[columns.Interaction] is "" or "gps") { context.Report.Skip("places without an interaction"); return; }
        if (KindOf(cells[columns.Interaction]) is not { } kind) { context.Report.Reject(RejectReasons.RecordMalformed, place, "interaction", cells[columns.Interaction]); return; }
        if (IsOut(cells[columns.Direction], columns) is not { } isOut) { context.Report.Reject(RejectReasons.RecordMalformed, place, "direction", cells[columns.Direction]); return; }
        if (ActorOf(cells[columns.Correspondent]) is not { } peer) { context.Report.Reject(isOut ? RejectReasons.RecipientEmpty : RejectReasons.SenderEmpty, place, "correspondent_id", ""); return; }
        if (!DateText.TryRead(cells[columns.Time], DateOrder.YearMonthDay, out var local, out _)) { context.Report.Reject(RejectReasons.TimeUnreadable, place, "datetime", cells[columns.Time]); return; }
        // Each call stands on its own in each file, so that both ends give the same instant.
        var sentAt = _clock.Read(local);
        if (!MessageTime.Holds(sentAt)) { context.Report.Reject(RejectReasons.TimeOutOfRange, place, "datetime", cells[columns.Time]); return; }
        var owner = _egoActor ??= log.Actor(ego);
        log.Add(new MessageRecord
        {
            SentAt = sentAt,
            Sender = isOut ? owner : peer,
            Recipients = [isOut ? peer : owner],
            Kind = kind,
            CallSeconds = kind == MessageKind.Call ? SecondsOf(cells, columns) : -1,
            Traits = new MessageTraits(RecipientBasis.Exact),
        });
    }

    // Some carriers write whole seconds as 60.0.
    static int SecondsOf(string[] cells, CallRecordsColumns columns) =>
        columns.Seconds >= 0 && columns.Seconds < cells.Length && double.TryParse(cells[columns.Seconds], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < int.MaxValue
            ? (int)seconds : -1;

    int? ActorOf(string correspondent)
    {
        if (_actors.TryGetValue(correspondent, out var actor)) return actor;
        return PhoneNumber.Normalize(correspondent) is { Length: > 0 } name ? _actors[correspondent] = log.Actor(name) : null;
    }

    static MessageKind? KindOf(string interaction) => interaction switch
    {
        "call" or "11" or "12" => MessageKind.Call,
        "text" or "21" or "22" => MessageKind.Text,
        _ => null,
    };

    static bool? IsOut(string direction, CallRecordsColumns columns) =>
        columns.HasHeader ? direction switch { "out" => true, "in" => false, _ => null } : direction == "1";
}
