using System.Text;
using System.Text.Json;
using MetaLens.Ingestion.Delimited;
using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Discord;

/// <summary>Reads what the owner sent to one channel, from JSON or from the CSV of older packages.</summary>
sealed class DiscordPackageReader(SourceFile file, DiscordChannel channel, (string Id, string Name) owner, MessageLogBuilder log, ReadContext context)
{
    const int Columns = 4;
    const int MaxLinesInRow = 10_000;

    public void ReadAll()
    {
        if (file.FileName.EndsWith(".csv", StringComparison.Ordinal)) ReadTable();
        else JsonFile.Walk(file, context, Read);
    }

    void Read(ref JsonTokens json)
    {
        if (!json.Read() || json.Type != JsonTokenType.StartArray) { context.Report.Reject(RejectReasons.RecordMalformed, new Place(file.Name, 1, 1), "json", ""); return; }
        while (json.NextMember())
        {
            if (json.Type != JsonTokenType.StartObject) { json.Skip(); continue; }
            var place = new Place(file.Name, Offset: json.Offset);
            var (time, bytes, attachments) = ("", 0, "");
            while (json.NextMember())
            {
                if (json.Is("Timestamp"u8)) time = json.ReadName();
                else if (json.Is("Contents"u8)) bytes = json.ReadUtf8().Length;
                else if (json.Is("Attachments"u8)) attachments = Encoding.UTF8.GetString(json.ReadUtf8());
                else json.Skip();
            }
            Add(time, bytes, attachments, place);
        }
    }

    void ReadTable()
    {
        using var stream = file.Open();
        var lines = LineSource.Of(stream);
        lines.Next();
        while (lines.Next() is { } row)
        {
            context.Stop.ThrowIfCancellationRequested();
            var place = new Place(file.Name, lines.Line, 1);
            var whole = new StringBuilder(row);
            var quotes = row.Count(c => c == '"');
            for (var more = 0; quotes % 2 != 0 && more < MaxLinesInRow && lines.Next() is { } next; more++)
            {
                whole.Append('\n').Append(next);
                quotes += next.Count(c => c == '"');
            }
            if (quotes % 2 != 0) { context.Report.Reject(RejectReasons.Truncated, place, "row", ""); return; }
            if (whole.Length == 0) continue;
            var cells = DelimitedRow.Split(whole.ToString(), ',');
            if (cells.Length < Columns && lines.IsCut) context.Report.Reject(RejectReasons.Truncated, place, "row", "");
            else if (cells.Length >= Columns - 1) Add(cells[1], Encoding.UTF8.GetByteCount(cells[2]), cells.Length > 3 ? cells[3] : "", place);
            else context.Report.Reject(RejectReasons.TooFewCells, place, "row", "");
        }
    }

    void Add(string time, int bytes, string attachments, Place place)
    {
        if (!DateText.TryRead(time, DateOrder.YearMonthDay, out var local, out var offset)) { context.Report.Reject(time.Length == 0 ? RejectReasons.TimeEmpty : RejectReasons.TimeUnreadable, place, "Timestamp", time); return; }
        var sentAt = local.WithOffset(offset ?? NodaTime.Offset.Zero).ToInstant().ToUnixTimeMilliseconds();
        if (!MessageTime.Holds(sentAt)) { context.Report.Reject(RejectReasons.TimeOutOfRange, place, "Timestamp", time); return; }
        var files = attachments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var peer = owner.Id.Length > 0 && channel.Recipients.Count == 2 ? channel.Recipients.FirstOrDefault(r => r != owner.Id) : null;
        log.Add(new MessageRecord
        {
            SentAt = sentAt,
            Sender = log.Actor(owner.Name),
            Recipients = peer is null ? [] : [log.Actor(peer)],
            Size = files.Length > 0 ? -1 : bytes,
            Conversation = log.Conversation(channel.Name.Length > 0 ? $"{channel.Name} #{channel.Id}" : channel.Id),
            Kind = files.Length > 0 ? MediaKind.OfName(files[0].Split('?')[0].AsSpan()) : MessageKind.Text,
            Traits = new MessageTraits(peer is null ? RecipientBasis.Unknown : RecipientBasis.Exact),
        });
    }
}
