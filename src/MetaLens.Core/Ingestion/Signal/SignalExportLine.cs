using System.Text;
using NodaTime;

namespace MetaLens.Ingestion.Signal;

/// <summary>The head of a message in the markdown of signal-export: <c>[2022-05-01 12:30:00] Name: text</c>.</summary>
static class SignalExportLine
{
    const int LongestName = 200;

    /// <summary>Takes a line apart; false when it goes on with the message above.</summary>
    public static bool TryRead(ReadOnlySpan<byte> line, out LocalDateTime at, out string name, out int textFrom)
    {
        (at, name, textFrom) = (default, "", 0);
        if (line is not [(byte)'[', ..]) return false;
        var close = line.IndexOf((byte)']');
        if (close is < 11 or > 30 || close + 2 >= line.Length || line[close + 1] != ' ') return false;
        var stamp = Encoding.UTF8.GetString(line[1..close]);
        if (!char.IsAsciiDigit(stamp[3]) || stamp[4] != '-' || !DateText.TryRead(stamp, DateOrder.YearMonthDay, out at, out var offset) || offset is not null) return false;
        // WhatsApp writes [2022-05-01, 12:30:00]: a comma with seconds. Here it is one or the other.
        if (stamp.Contains(',', StringComparison.Ordinal) && stamp.Count(c => c == ':') == 2) return false;
        var rest = line[(close + 2)..];
        var colon = rest.IndexOf((byte)':');
        if (colon is <= 0 or > LongestName) return false;
        name = Encoding.UTF8.GetString(rest[..colon]).Trim();
        textFrom = Math.Min(line.Length, close + 2 + colon + 2);
        return name.Length > 0;
    }
}
