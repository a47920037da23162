using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Indicators;

/// <summary>An actor day by day, as bandicoot's dashboard shows it.</summary>
public static class ActorDays
{
    static readonly int DelayAt = PlaceOf("response_delay_text"), RateAt = PlaceOf("response_rate_text"), DurationAt = PlaceOf("call_duration");

    /// <summary>
    /// Every local day from the party's first to its last record, those without one too. Conversations end at midnight. Messages to oneself are no record; a party without records gives an empty list.
    /// O(e log e + days) for its e entries.
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="timelines">Its timelines.</param>
    /// <param name="clock">Local time of its people.</param>
    /// <param name="party">Whose days.</param>
    public static IReadOnlyList<ActorDay> Of(Observation seen, PartyTimelines timelines, LocalClock clock, PartyId party)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(timelines);
        ArgumentNullException.ThrowIfNull(clock);
        var records = new ActorRecords(seen, timelines, clock);
        records.Load(party.Index);
        var all = records.All;
        var days = new List<ActorDay>();
        if (all.IsEmpty) return days;
        var period = new PeriodIndicators(new IndicatorOptions());
        for (int day = all[0].Day, i = 0; day <= all[^1].Day; day++)
        {
            period.Clear(records.Contacts);
            var first = i;
            while (i < all.Length && all[i].Day == day) period.Add(all[i++]);
            days.Add(Of(day, all[first..i], period));
        }
        return days;
    }

    static ActorDay Of(int day, ReadOnlySpan<ActorRecord> records, PeriodIndicators period)
    {
        var values = new double[Measures.Basic.Count];
        var lists = new List<double[]>();
        var writer = new IndicatorWriter(values, 1, lists);
        period.Write(ref writer);
        int callsOut = 0, calls = 0, textsOut = 0, atNight = 0;
        foreach (ref readonly var r in records)
        {
            if (r.IsCall) calls++;
            if (r.IsNight) atNight++;
            if (r.IsOut && r.IsCall) callsOut++;
            else if (r.IsOut) textsOut++;
        }
        var balances = new List<double>();
        foreach (var contact in period.Touched)
        {
            ref readonly var with = ref period.With(contact);
            balances.Add((double)(with.CallsOut + with.TextsOut) / (with.Calls + with.Texts));
        }
        return new ActorDay(day, callsOut, calls - callsOut, textsOut, records.Length - calls - textsOut, period.Touched.Length, (double)atNight / records.Length, values[RateAt],
            [.. lists[(int)values[DelayAt]].Order()], [.. lists[(int)values[DurationAt]].Order()], [.. balances.Order()]);
    }

    static int PlaceOf(string name) => Measures.Basic.TakeWhile(m => m.Name != name).Count();
}
