namespace MetaLens.Reports.Findings;

/// <summary>Messages sent by hour of the week, and the quietest hours on end in them.</summary>
/// <param name="ByHourOfWeek">168 counts, Monday 00:00 first.</param>
/// <param name="QuietStart">Hour of the day at which the quiet window begins, 0 … 23.</param>
/// <param name="QuietCount">Messages in it.</param>
/// <param name="Total">Messages in all.</param>
public sealed record Rhythm(IReadOnlyList<long> ByHourOfWeek, int QuietStart, long QuietCount, long Total)
{
    /// <summary>Length of the quiet window in hours: shorter than most nights, so that a late evening does not spoil it.</summary>
    public const int QuietHours = 6;

    /// <summary>Messages in the quiet window as a share of all, 0 … 1; 0.25 when evenly spread, NaN without a message.</summary>
    public double QuietShare => QuietCount / (double)Total;

    /// <summary>The middle of the quiet window, hour of the day, 0 … 24.</summary>
    public double QuietMiddle => (QuietStart + (QuietHours / 2.0)) % 24;

    /// <summary>Messages by hour of the day, 24 counts.</summary>
    public long[] ByHour
    {
        get
        {
            var byHour = new long[24];
            for (var h = 0; h < ByHourOfWeek.Count; h++) byHour[h % 24] += ByHourOfWeek[h];
            return byHour;
        }
    }

    /// <summary>The rhythm of the messages that one party sent, or everybody. O(rows).</summary>
    public static Rhythm Of(Evidence evidence, int? sender = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var counts = new long[168];
        var senders = evidence.Seen.Sender;
        for (var row = 0; row < senders.Length; row++)
            if (sender is null || senders[row] == sender) counts[evidence.HourOfWeek(row)]++;
        return Of(counts);
    }

    /// <summary>The rhythm of 168 counts. The first window wins a draw.</summary>
    public static Rhythm Of(long[] byHourOfWeek)
    {
        ArgumentNullException.ThrowIfNull(byHourOfWeek);
        var rhythm = new Rhythm(byHourOfWeek, 0, 0, byHourOfWeek.Sum());
        var byHour = rhythm.ByHour;
        var (best, fewest) = (0, long.MaxValue);
        for (var start = 0; start < 24; start++)
        {
            long inside = 0;
            for (var h = 0; h < QuietHours; h++) inside += byHour[(start + h) % 24];
            if (inside < fewest) (best, fewest) = (start, inside);
        }
        return rhythm with { QuietStart = best, QuietCount = fewest };
    }
}
