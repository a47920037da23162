using System.Runtime.InteropServices;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Frequency;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Ties;

/// <summary>The habits of ties: initiative, reciprocity, response times, night, weekend, regularity.</summary>
public static class TieHabitTable
{
    const long WeekMs = 7L * 24 * 3_600_000;

    /// <summary>
    /// One record per unordered pair with at least <paramref name="leastConversations"/> conversations, most first; equal ones in order of the parties. Counted are messages with exactly one visible recipient, since one to
    /// many tells little of a single tie. O(n log n).
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="clock">Local time of its people.</param>
    /// <param name="night">What counts as night.</param>
    /// <param name="gap">Silence that ends a conversation, milliseconds, at least 1.</param>
    /// <param name="leastConversations">At least 1.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static IReadOnlyList<TieHabit> Of(Observation seen, LocalClock clock, NightHours night, long gap, int leastConversations, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(night);
        ArgumentOutOfRangeException.ThrowIfLessThan(gap, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(leastConversations, 1);
        var talks = Talks(seen, clock, night, gap);
        var (all, atNight, atWeekend) = (new int[seen.PartyCount], new int[seen.PartyCount], new int[seen.PartyCount]);
        foreach (var tie in talks)
            foreach (var end in (int[])[tie.A, tie.B])
            {
                all[end] += tie.Starts.Count;
                atNight[end] += tie.AtNight;
                atWeekend[end] += tie.AtWeekend;
            }
        var habits = new List<TieHabit>();
        foreach (var tie in talks.Where(t => t.Starts.Count >= leastConversations).OrderByDescending(t => t.Starts.Count))
        {
            stop.ThrowIfCancellationRequested();
            var n = tie.Starts.Count;
            double others = all[tie.A] + all[tie.B] - 2 * n;
            var weeks = new int[((tie.Starts[^1] - tie.Starts[0]) / WeekMs) + 1];
            foreach (var start in tie.Starts) weeks[(start - tie.Starts[0]) / WeekMs]++;
            double[] chances =
            [
                ChanceTests.Share(tie.BegunByA, n, 0.5), ChanceTests.Balance(tie.Balance), ChanceTests.Longer(tie.WaitsForA, tie.WaitsForB),
                clock.KnowsTimeOfDay ? ChanceTests.Share(tie.AtNight, n, (atNight[tie.A] + atNight[tie.B] - 2 * tie.AtNight) / others) : double.NaN,
                clock.KnowsTimeOfDay ? ChanceTests.Share(tie.AtWeekend, n, (atWeekend[tie.A] + atWeekend[tie.B] - 2 * tie.AtWeekend) / others) : double.NaN,
                ChanceTests.Evenness(weeks),
            ];
            habits.Add(new TieHabit(new PartyId(tie.A), new PartyId(tie.B), n, (double)tie.BegunByA / n, (double)tie.SentByA / tie.Messages, Median(tie.WaitsForA), Median(tie.WaitsForB),
                clock.KnowsTimeOfDay ? (double)tie.AtNight / n : null, clock.KnowsTimeOfDay ? (double)tie.AtWeekend / n : null, (double)weeks.Count(w => w > 0) / weeks.Length, chances));
        }
        return habits;
    }

    // In order of the pairs.
    static List<Talk> Talks(Observation seen, LocalClock clock, NightHours night, long gap)
    {
        var keys = new List<(long Pair, int Row)>(seen.Count);
        for (var i = 0; i < seen.Count; i++)
            if (seen.Sender[i] is >= 0 and var s && seen.RecipientsOf(i) is [var r] && r != s) keys.Add((((long)Math.Min(s, r) << 32) | (uint)Math.Max(s, r), i));
        keys.Sort();
        var talks = new List<Talk>();
        for (var k = 0; k < keys.Count; k++)
        {
            if (k == 0 || keys[k].Pair != keys[k - 1].Pair) talks.Add(new Talk((int)(keys[k].Pair >> 32), (int)keys[k].Pair));
            var row = keys[k].Row;
            talks[^1].Add(seen.Sender[row] == talks[^1].A, seen.SeenAt[row], clock.ToLocal(seen.SeenAt[row]), night, gap);
        }
        return talks;
    }

    static double? Median(List<double> seconds) => seconds.Count == 0 ? null : InterEventTimes.MedianBySorting(CollectionsMarshal.AsSpan(seconds));

    sealed class Talk(int a, int b)
    {
        long _last;
        bool _lastWasA;

        public int A { get; } = a;
        public int B { get; } = b;
        public List<long> Starts { get; } = [];
        public List<int> Balance { get; } = [];
        public List<double> WaitsForA { get; } = [];
        public List<double> WaitsForB { get; } = [];
        public int BegunByA { get; private set; }
        public int SentByA { get; private set; }
        public int Messages { get; private set; }
        public int AtNight { get; private set; }
        public int AtWeekend { get; private set; }

        public void Add(bool isA, long at, long local, NightHours night, long gap)
        {
            if (Messages++ == 0 || at - _last >= gap)
            {
                Starts.Add(at);
                Balance.Add(0);
                if (isA) BegunByA++;
                if (night.Contains(local)) AtNight++;
                if (LocalClock.IsWeekend(local)) AtWeekend++;
            }
            else if (isA != _lastWasA) (isA ? WaitsForA : WaitsForB).Add((at - _last) / 1000.0);
            if (isA) SentByA++;
            Balance[^1] += isA ? 1 : -1;
            (_last, _lastWasA) = (at, isA);
        }
    }
}
