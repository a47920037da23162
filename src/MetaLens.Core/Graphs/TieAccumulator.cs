namespace MetaLens.Graphs;

/// <summary>Adds up the ties of the senders of one part. Used by one thread at a time, part after part.</summary>
/// <param name="parties">Number of parties.</param>
sealed class TieAccumulator(int parties)
{
    // Where among the ties of the sender at hand each recipient stands, plus one; 0 = not yet there.
    readonly int[] _placeOf = ReadyArray.Of<int>(parties);
    TieSum[] _ties = [];
    TieSum[] _unsorted = [];
    ulong[] _byTarget = [];
    int[] _next = [];
    int _count;
    Delivery[] _bySender = [];

    /// <summary>The ties of the parts added up since it was cleared.</summary>
    public ReadOnlySpan<TieSum> Ties => _ties.AsSpan(0, _count);

    /// <summary>Forgets the ties; their memory is used again.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds up the ties of the part's senders, each sender's by rising recipient.</summary>
    /// <param name="senders">First … End − 1.</param>
    /// <param name="deliveries">What they sent, in order of time.</param>
    /// <param name="degree">Takes how many ties each sender has, at the sender's index.</param>
    /// <returns>Where among <see cref="Ties"/> they stand.</returns>
    public Range Sum((int First, int End) senders, ReadOnlySpan<Delivery> deliveries, Span<int> degree)
    {
        SortBySender(senders, deliveries);
        var before = _count;
        for (var (v, start) = (senders.First, 0); v < senders.End; v++)
        {
            var end = _next[v - senders.First];
            if (_ties.Length < _count + end - start) Array.Resize(ref _ties, Math.Max(_ties.Length * 2, _count + end - start));
            degree[v] = AddUp(_bySender.AsSpan(start..end), _ties.AsSpan(_count));
            SortByTarget(_ties.AsSpan(_count, degree[v]));
            _count += degree[v];
            start = end;
        }
        return before.._count;
    }

    int AddUp(ReadOnlySpan<Delivery> deliveries, Span<TieSum> ties)
    {
        var (placeOf, count) = (_placeOf, 0);
        foreach (ref readonly var delivery in deliveries)
        {
            ref var place = ref placeOf[delivery.Recipient];
            if (place == 0)
            {
                ties[count++] = new TieSum(delivery.Recipient, delivery.At);
                place = count;
            }
            ties[place - 1].Add(delivery.Size, delivery.At);
        }
        foreach (ref readonly var tie in ties[..count]) placeOf[tie.Target] = 0;
        return count;
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
