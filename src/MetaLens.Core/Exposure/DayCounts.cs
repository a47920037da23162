using MetaLens.Lenses;

namespace MetaLens.Exposure;

/// <summary>Messages of each party on each day, sent and received together, for the days with any: compressed sparse rows.</summary>
/// <param name="Offset">Where each party's days begin; one entry more than parties.</param>
/// <param name="Day">Days since 1970-01-01, ascending within a party.</param>
/// <param name="Count">Messages, above 0.</param>
public sealed record DayCounts(int[] Offset, int[] Day, double[] Count)
{
    const long DayMilliseconds = 86_400_000;

    /// <summary>Counts the ends of deliveries that are visible. Times known only to several days are spread over them. O(deliveries).</summary>
    /// <param name="seen">The observation.</param>
    /// <param name="stepDays">Days that a time stands for, 1 or more.</param>
    public static DayCounts Of(Observation seen, int stepDays = 1)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepDays, 1);
        var offset = new int[seen.PartyCount + 1];
        var last = new int[seen.PartyCount];
        Array.Fill(last, int.MinValue);
        Each(seen, (party, day, _) =>
        {
            if (last[party] < day) (last[party], offset[party + 1]) = (day + stepDays - 1, offset[party + 1] + stepDays);
        });
        for (var p = 0; p < seen.PartyCount; p++) offset[p + 1] += offset[p];
        var (days, counts, next) = (new int[offset[^1]], new double[offset[^1]], offset[..^1]);
        // Rows come in order of time, so a party's last day is the only one that can grow.
        Each(seen, (party, day, messages) =>
        {
            ref var end = ref next[party];
            if (end == offset[party] || days[end - 1] < day)
                for (var k = 0; k < stepDays; k++) days[end++] = day + k;
            for (var k = 1; k <= stepDays; k++) counts[end - k] += messages / stepDays;
        });
        return new DayCounts(offset, days, counts);
    }

    /// <summary>The days of one party.</summary>
    public ReadOnlySpan<int> DaysOf(int party) => Day.AsSpan(Offset[party]..Offset[party + 1]);

    /// <summary>Its messages on each of them.</summary>
    public ReadOnlySpan<double> CountsOf(int party) => Count.AsSpan(Offset[party]..Offset[party + 1]);

    // What each end of each row counts for: party, day, messages.
    static void Each(Observation seen, Action<int, int, double> take)
    {
        for (var i = 0; i < seen.Count; i++)
        {
            var day = (int)Math.Floor((double)seen.SeenAt[i] / DayMilliseconds);
            var recipients = seen.RecipientsOf(i);
            if (seen.Sender[i] is >= 0 and var sender) take(sender, day, Math.Max(1, recipients.Length));
            foreach (var recipient in recipients) take(recipient, day, 1);
        }
    }
}
