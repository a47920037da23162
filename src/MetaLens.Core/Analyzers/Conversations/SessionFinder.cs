using MetaLens.Lenses;

namespace MetaLens.Analyzers.Conversations;

/// <summary>Cuts threads into sessions.</summary>
public static class SessionFinder
{
    /// <summary>Every session, thread by thread, in order of time. A message less than the gap after the one before it in the same thread continues the session; a gap of exactly that length begins a new one. O(n).</summary>
    /// <param name="seen">The observation.</param>
    /// <param name="threads">Its threads.</param>
    /// <param name="gap">Milliseconds, at least 1.</param>
    public static IReadOnlyList<Session> Of(Observation seen, MessageThreads threads, long gap)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(threads);
        ArgumentOutOfRangeException.ThrowIfLessThan(gap, 1);
        var sessions = new List<Session>();
        for (var t = 0; t < threads.Count; t++)
        {
            var rows = threads.RowsOf(t);
            for (var i = 0; i < rows.Length; i++)
            {
                var at = seen.SeenAt[rows[i]];
                if (i > 0 && at - seen.SeenAt[rows[i - 1]] < gap)
                {
                    var open = sessions[^1];
                    sessions[^1] = open with { End = at, Messages = open.Messages + 1, Turns = open.Turns + (seen.Sender[rows[i]] != seen.Sender[rows[i - 1]] ? 1 : 0) };
                    continue;
                }
                var sender = seen.Sender[rows[i]];
                var recipients = seen.RecipientsOf(rows[i]);
                sessions.Add(new Session(t, sender < 0 ? null : new PartyId(sender), recipients.IsEmpty ? null : new PartyId(recipients[0]), at, at, 1, 0));
            }
        }
        return sessions;
    }

    /// <summary>Times between consecutive messages of one thread, in seconds, thread by thread; zero gaps are left out. O(n).</summary>
    public static double[] GapSeconds(Observation seen, MessageThreads threads)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(threads);
        var gaps = new List<double>();
        for (var t = 0; t < threads.Count; t++)
        {
            var rows = threads.RowsOf(t);
            for (var i = 1; i < rows.Length; i++)
                if (seen.SeenAt[rows[i]] - seen.SeenAt[rows[i - 1]] is > 0 and var gap) gaps.Add(gap / 1000.0);
        }
        return [.. gaps];
    }
}
