namespace MetaLens.Graphs;

/// <summary>The events of each unordered pair, in order and side by side in memory, beside the pairs in the form triangles are searched in.</summary>
sealed class EventTies
{
    readonly int[] _offset, _events;
    readonly long[] _at;
    readonly bool[] _fromLow;

    EventTies(PairTies forward, int[] offset, int[] events, MotifEvents all)
    {
        Forward = forward;
        (_offset, _events) = (offset, events);
        _at = Array.ConvertAll(events, e => all.At[e]);
        _fromLow = Array.ConvertAll(events, e => all.From[e] < all.To[e]);
    }

    public PairTies Forward { get; }

    /// <summary>Where the events of a tie (by its position in <see cref="Forward"/>) begin and end in the columns.</summary>
    public (int Start, int End) RangeOf(int tie) => (_offset[tie], _offset[tie + 1]);

    /// <summary>Number of each event: rises with time, settles the order at one instant.</summary>
    public ReadOnlySpan<int> Event => _events;

    /// <summary>Time of each event, milliseconds.</summary>
    public ReadOnlySpan<long> At => _at;

    /// <summary>Whether each event goes from the smaller party to the larger.</summary>
    public ReadOnlySpan<bool> FromLow => _fromLow;

    public static EventTies Of(MotifEvents events)
    {
        // Every event from its smaller end, sorted stably by both ends: pairs come together, each in order.
        int[] low = new int[events.Count], high = new int[events.Count];
        for (var i = 0; i < low.Length; i++) (low[i], high[i]) = (Math.Min(events.From[i], events.To[i]), Math.Max(events.From[i], events.To[i]));
        var order = CountingSort.Order(low, CountingSort.Order(high, null, events.PartyCount), events.PartyCount);
        var pair = new int[events.Count];
        List<int> first = [], second = [];
        foreach (var e in order)
        {
            if (first.Count == 0 || low[e] != first[^1] || high[e] != second[^1])
            {
                first.Add(low[e]);
                second.Add(high[e]);
            }
            pair[e] = first.Count - 1;
        }
        var forward = PairTies.Of(events.PartyCount, [.. first], [.. second]);
        var tieOfPair = new int[first.Count];
        for (var t = 0; t < forward.Edge.Length; t++) tieOfPair[forward.Edge[t]] = t;
        var offset = new int[first.Count + 1];
        for (var e = 0; e < pair.Length; e++) offset[(pair[e] = tieOfPair[pair[e]]) + 1]++;
        for (var t = 0; t < first.Count; t++) offset[t + 1] += offset[t];
        return new EventTies(forward, offset, CountingSort.Order(pair, null, first.Count), events);
    }
}
