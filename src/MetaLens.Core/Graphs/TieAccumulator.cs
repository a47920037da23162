namespace MetaLens.Graphs;

/// <summary>Adds up the ties of the senders of one part. Used by one thread at a time, part after part.</summary>
/// <param name="parties">Number of parties.</param>
sealed class TieAccumulator(int parties)
{
    // Where among the ties of the sender at hand each recipient stands, plus one; 0 = not yet there.
    readonly int[] _placeOf = new int[parties];
    TieSum[] _ties = [];
    TieSum[] _unsorted = [];
    ulong[] _byTarget = [];
    int _count;
    int[] _next = [];
    Delivery[] _bySender = [];

    /// <summary>The ties of the part's senders, each sender's by rising recipient.</summary>
    /// <param name="senders">First … End − 1.</param>
    /// <param name="deliveries">What they sent, in order of time.</param>
    /// <param name="degree">Takes how many ties each sender has, at the sender's index.</param>
    public TieSum[] Sum((int First, int End) senders, ReadOnlySpan<Delivery> deliveries, int[] degree)
    {
        SortBySender(senders, deliveries);
        _count = 0;
        for (var (v, start) = (senders.First, 0); v < senders.End; v++)
        {
            var (end, before) = (_next[v - senders.First], _count);
            if (_ties.Length < before + end - start) Array.Resize(ref _ties, Math.Max(_ties.Length * 2, before + end - start));
            AddUp(_bySender.AsSpan(start..end), before);
            SortByTarget(_ties.AsSpan(before.._count));
            degree[v] = _count - before;
            start = end;
        }
        return _ties[.._count];
    }

    void AddUp(ReadOnlySpan<Delivery> deliveries, int before)
    {
        var (placeOf, ties, count) = (_placeOf, _ties, before);
        foreach (ref readonly var delivery in deliveries)
        {
            ref var place = ref placeOf[delivery.Recipient];
            if (place == 0)
            {
                ties[count++] = new TieSum(delivery.Recipient, delivery.At);
                place = count - before;
            }
            ties[before + place - 1].Add(delivery.Size, delivery.At);
        }
        for (var t = before; t < count; t++) placeOf[ties[t].Target] = 0;
        _count = count;
    }

    // Sorting small keys and moving each tie once is faster than sorting ties.
    void SortByTarget(Span<TieSum> ties)
    {
        if (_byTarget.Length < ties.Length) (_byTarget, _unsorted) = (new ulong[ties.Length * 2], new TieSum[ties.Length * 2]);
        var keys = _byTarget.AsSpan(0, ties.Length);
        for (var t = 0; t < keys.Length; t++) keys[t] = ((ulong)ties[t].Target << 32) | (uint)t;
        keys.Sort();
        ties.CopyTo(_unsorted);
        for (var t = 0; t < keys.Length; t++) ties[t] = _unsorted[(int)keys[t]];
    }

    // Stable counting sort: afterwards _next holds where the deliveries of each sender end.
    void SortBySender((int First, int End) senders, ReadOnlySpan<Delivery> deliveries)
    {
        var count = senders.End - senders.First;
        if (_next.Length < count) _next = new int[count];
        if (_bySender.Length < deliveries.Length) _bySender = new Delivery[deliveries.Length];
        var next = _next.AsSpan(0, count);
        var bySender = _bySender;
        next.Clear();
        foreach (ref readonly var delivery in deliveries) next[delivery.Sender - senders.First]++;
        var sum = 0;
        for (var k = 0; k < count; k++) (next[k], sum) = (sum, sum + next[k]);
        foreach (ref readonly var delivery in deliveries) bySender[next[delivery.Sender - senders.First]++] = delivery;
    }
}
