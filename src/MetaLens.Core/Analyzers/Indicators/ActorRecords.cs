using System.Runtime.CompilerServices;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Indicators;

/// <summary>One actor's records in order of time. Reused from actor to actor; contacts are numbered from 0 in order of appearance.</summary>
sealed class ActorRecords(Observation seen, PartyTimelines timelines, LocalClock clock)
{
    const int EntriesAhead = 12;
    const long NightEnd = 7 * 3_600_000L, NightStart = 19 * 3_600_000L;

    // For each party (0 = hidden) the actor it was last a contact of, plus one, above the contact's number: one look-up, and no clearing between actors.
    readonly ulong[] _contactOfParty = ReadyArray.Of<ulong>(seen.PartyCount + 1);
    readonly bool _anyCall = seen.HasCalls;
    ActorRecord[] _records = [];
    int _count;

    public ReadOnlySpan<ActorRecord> All => _records.AsSpan(0, _count);

    public int Contacts { get; private set; }

    /// <summary>Takes over an actor's timeline. Messages to oneself are left out: they have no contact. Unseen parties count as one contact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Load(int party)
    {
        // The look ahead goes on into the entries of the party that comes next.
        var all = timelines.Entries;
        var first = timelines.Offset[party];
        var entries = timelines[party];
        if (entries.Length > _records.Length) _records = new ActorRecord[Math.Max(entries.Length, 2 * _records.Length)];
        var callSeconds = seen.CallSeconds;
        var records = _records.AsSpan();
        var stamp = (ulong)(party + 1) << 32;
        int n = 0, contacts = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            ref readonly var entry = ref entries[i];
            if (first + i + EntriesAhead < all.Length) CacheLine.AskFor<ulong>(_contactOfParty, all[first + i + EntriesAhead].Alter + 1);
            var alter = entry.Alter;
            if (alter == party) continue;
            ref var known = ref _contactOfParty[alter + 1];
            if (known >> 32 != (ulong)(party + 1)) known = stamp | (uint)contacts++;
            var local = clock.ToLocal(entry.SeenAt);
            var day = LocalClock.DayOf(local);
            var timeOfDay = LocalClock.TimeOfDay(local, day);
            var isCall = _anyCall && seen.IsCall(entry.Row);
            records[n++] = new ActorRecord(local / 1000.0, (int)(uint)known, day, entry.Row, isCall && !callSeconds.IsEmpty ? callSeconds[entry.Row] : -1, entry.IsSent, isCall,
                timeOfDay <= NightEnd || timeOfDay >= NightStart, LocalClock.WeekdayOf(day) >= 5);
        }
        _count = n;
        Contacts = contacts;
    }
}
