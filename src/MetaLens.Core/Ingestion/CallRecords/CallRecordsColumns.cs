using System.Text;

namespace MetaLens.Ingestion.CallRecords;

/// <summary>Which column of a file of call records is which; 0-based, −1 = not there.</summary>
/// <param name="Delimiter">A comma, or the semicolon of the form of the carrier Orange.</param>
/// <param name="HasHeader">Whether the first row names the columns.</param>
/// <param name="Interaction">call or text; the code of the service in the form of Orange.</param>
/// <param name="Direction">in or out; the type of the record in the form of Orange.</param>
/// <param name="Correspondent">The other's id.</param>
/// <param name="Time">When.</param>
/// <param name="Seconds">Length of a call.</param>
/// <param name="Width">Cells of a whole row.</param>
sealed record CallRecordsColumns(char Delimiter, bool HasHeader, int Interaction, int Direction, int Correspondent, int Time, int Seconds, int Width)
{
    /// <summary>call_record_type;basic_service;user_msisdn;call_partner_identity;datetime;call_duration;longitude;latitude, without a header.</summary>
    static readonly CallRecordsColumns Orange = new(';', false, 1, 0, 3, 4, 5, 8);

    /// <summary>Cells that every row needs: those that are read and, where there is one, the next, which shows that the last of them is whole.</summary>
    public int Needed => Math.Min(Width, Math.Max(Math.Max(Interaction, Direction), Math.Max(Correspondent, Time)) + 2);

    /// <summary>Finds the columns by the first row; null when it is not of either form.</summary>
    public static CallRecordsColumns? Of(ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        var first = Encoding.UTF8.GetString(end < 0 ? head : head[..end]).TrimStart('\uFEFF').TrimEnd('\r');
        if (first.Split(';') is { Length: 8 } cells && cells[1] is "11" or "12" or "21" or "22" && DateText.TryRead(cells[4], DateOrder.YearMonthDay, out _, out _)) return Orange;
        var names = Array.ConvertAll(first.Split(','), n => n.Trim('"', ' '));
        var columns = new CallRecordsColumns(',', true, Array.IndexOf(names, "interaction"), Array.IndexOf(names, "direction"), Array.IndexOf(names, "correspondent_id"), Array.IndexOf(names, "datetime"),
            Array.IndexOf(names, "call_duration"), names.Length);
        return columns is { Interaction: >= 0, Direction: >= 0, Correspondent: >= 0, Time: >= 0 } ? columns : null;
    }
}
