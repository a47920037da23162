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
        var (days, counts) = (new List<int>[seen.PartyCount], new List<double>[seen.PartyCount]);
        for (var i = 0; i < seen.Count; i++)
        {
            var day = (int)Math.Floor((double)seen.SeenAt[i] / DayMilliseconds);
            var recipients = seen.RecipientsOf(i);
            if (seen.Sender[i] is >= 0 and var sender) Add(sender, day, Math.Max(1, recipients.Length));
            foreach (var recipient in recipients) Add(recipient, day, 1);
        }
        for (var p = 0; p < seen.PartyCount; p++) offset[p + 1] = offset[p] + (days[p]?.Count ?? 0);
        return new DayCounts(offset, [.. days.SelectMany(d => d ?? [])], [.. counts.SelectMany(c => c ?? [])]);

        // Rows come in order of time, so a party's last day is the only one that can grow.
        void Add(int party, int day, double messages)
        {
            var (d, c) = (days[party] ??= [], counts[party] ??= []);
            if (d.Count == 0 || d[^1] < day)
                for (var k = 0; k < stepDays; k++)
                {
                    d.Add(day + k);
                    c.Add(0);
                }
            for (var k = 1; k <= stepDays; k++) c[^k] += messages / stepDays;
        }
    }
}
