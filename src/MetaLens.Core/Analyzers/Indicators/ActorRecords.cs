using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Indicators;

/// <summary>One actor's records in order of time, as columns. Reused from actor to actor; contacts are numbered from 0 in order of appearance.</summary>
sealed class ActorRecords(int parties)
{
    const long NightEnd = 7 * 3_600_000L, NightStart = 19 * 3_600_000L;

    readonly int[] _contactOfParty = new int[parties + 1];
    readonly int[] _seenFor = new int[parties + 1];

    public int Count { get; private set; }
    public int Contacts { get; private set; }
    public double[] Second { get; private set; } = [];
    public int[] Contact { get; private set; } = [];
    public int[] Day { get; private set; } = [];
    public int[] CallSeconds { get; private set; } = [];
    public bool[] IsOut { get; private set; } = [];
    public bool[] IsCall { get; private set; } = [];
    public bool[] IsNight { get; private set; } = [];
    public bool[] IsWeekend { get; private set; } = [];

    /// <summary>Takes over an actor's timeline. Messages to oneself are left out: they have no contact. Unseen parties count as one contact.</summary>
    public void Load(Observation seen, PartyTimelines timelines, LocalClock clock, int party)
    {
        int begin = timelines.Offset[party], end = timelines.Offset[party + 1];
        if (end - begin > Second.Length) Grow(Math.Max(end - begin, 2 * Second.Length));
        ReadOnlySpan<int> rows = timelines.Row, alters = timelines.Alter, callSeconds = seen.CallSeconds;
        var sent = timelines.IsSent;
        var times = seen.SeenAt;
        Contacts = 0;
        var n = 0;
        for (var e = begin; e < end; e++)
        {
            var alter = alters[e];
            if (alter == party) continue;
            var row = rows[e];
            var local = clock.ToLocal(times[row]);
            var day = LocalClock.DayOf(local);
            var timeOfDay = LocalClock.TimeOfDay(local, day);
            // Slot 0 is for parties that are not visible. The stamp saves clearing the table for every actor.
            if (_seenFor[alter + 1] != party + 1)
            {
                _seenFor[alter + 1] = party + 1;
                _contactOfParty[alter + 1] = Contacts++;
            }
            Second[n] = local / 1000.0;
            Contact[n] = _contactOfParty[alter + 1];
            Day[n] = day;
            CallSeconds[n] = callSeconds.IsEmpty ? -1 : callSeconds[row];
            IsOut[n] = sent[e];
            IsCall[n] = seen.IsCall(row);
            IsNight[n] = timeOfDay <= NightEnd || timeOfDay >= NightStart;
            IsWeekend[n] = LocalClock.WeekdayOf(day) >= 5;
            n++;
        }
        Count = n;
    }

    void Grow(int size)
    {
        Second = new double[size];
        Contact = new int[size];
        Day = new int[size];
        CallSeconds = new int[size];
        IsOut = new bool[size];
        IsCall = new bool[size];
        IsNight = new bool[size];
        IsWeekend = new bool[size];
    }
}
