using System.Globalization;
using CsvHelper;
using MetaLens.Messages;
using NodaTime;

namespace MetaLens.Export;

/// <summary>The normalised records: <c>message_id,sent_at,sender,recipient,size,conversation</c>, a row a delivery.</summary>
public static class MessagesCsv
{
    /// <summary>
    /// Writes a log. <c>message_id</c> is the 1-based rank in time; <c>sent_at</c> is ISO 8601 in UTC with milliseconds, without the Z when the zone is unknown, and seconds from
    /// the start for relative times, so that reading the file gives the same log. An unknown size and a missing conversation are empty; a message whose recipients are unknown has an empty recipient.
    /// </summary>
    /// <param name="log">What to write.</param>
    /// <param name="to">Takes UTF-8; stays open.</param>
    /// <param name="stop">Stops it.</param>
    public static void Write(MessageLog log, Stream to, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        using var csv = CsvWriter.Create(to, SafeCsv.Options, leaveOpen: true);
        csv.WriteRecord(["message_id", "sent_at", "sender", "recipient", "size", "conversation"]);
        for (var m = 0; m < log.Count; m++)
        {
            if ((m & 0xFFFF) == 0) stop.ThrowIfCancellationRequested();
            var recipients = log.RecipientsOf(m);
            for (var r = 0; r < Math.Max(1, recipients.Length); r++)
            {
                csv.WriteField((m + 1).ToString(CultureInfo.InvariantCulture));
                csv.WriteField(Time(log.SentAt[m], log.TimeBasis));
                csv.WriteField(log.Actors.Names[log.Sender[m]]);
                csv.WriteField(recipients.IsEmpty ? "" : log.Actors.Names[recipients[r]]);
                csv.WriteField(log.Size[m] < 0 ? "" : log.Size[m].ToString(CultureInfo.InvariantCulture));
                csv.WriteField(log.Conversation[m] < 0 ? "" : log.ConversationNames[log.Conversation[m]]);
                csv.EndRecord();
            }
        }
    }

    static string Time(long milliseconds, TimeBasis basis)
    {
        if (basis == TimeBasis.Relative) return (milliseconds / 1000m).ToString("0.###", CultureInfo.InvariantCulture);
        var iso = Instant.FromUnixTimeMilliseconds(milliseconds).ToDateTimeUtc().ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
        return basis == TimeBasis.Utc ? iso + "Z" : iso;
    }
}
