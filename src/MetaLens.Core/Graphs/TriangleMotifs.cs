namespace MetaLens.Graphs;

/// <summary>
/// Counts the motifs on three pairs: each triangle of the graph is met once. A motif has one delivery on each of its ties, so only what lies within δ of a delivery on the
/// quietest tie matters; there the three ties are merged in order, and a window of length δ slides along.
/// </summary>
static class TriangleMotifs
{
    // Kinds: 2 · tie + way. Ties of nodes 0, 1, 2, from the quietest to the busiest: 0 = 0–1, 1 = 0–2, 2 = 1–2; way 0 = from the quieter to the busier.
    const int Kinds = 6;

    public static IEnumerable<(int Index, long Count)> Count(EventTies ties, long delta, MotifOrder order, CancellationToken stop)
    {
        var parties = ties.Offset.Length - 1;
        var total = new long[Kinds * Kinds * Kinds];
        Parallel.For(0, parties, new ParallelOptions { CancellationToken = stop }, () => new Triangles(ties, delta, order), (party, _, triangles) =>
        {
            triangles.From(party);
            return triangles;
        }, triangles =>
        {
            lock (total)
                for (var i = 0; i < total.Length; i++) total[i] += triangles.Found[i];
        });
        for (var first = 0; first < Kinds; first++)
            for (var second = 0; second < Kinds; second++)
                for (var third = 0; third < Kinds; third++)
                    if (first >> 1 != second >> 1 && first >> 1 != third >> 1 && second >> 1 != third >> 1)
                        yield return (MotifCounts.IndexOf(Tie(first), Tie(second), Tie(third)), total[(((first * Kinds) + second) * Kinds) + third]);

        static (int, int) Tie(int kind)
        {
            var (low, high) = (kind >> 1) switch { 0 => (0, 1), 1 => (0, 2), _ => (1, 2) };
            return (kind & 1) == 0 ? (low, high) : (high, low);
        }
    }

    sealed class Triangles(EventTies ties, long delta, MotifOrder order)
    {
        // Number + 1 of the tie from the party at hand to each other.
        readonly int[] _to = new int[ties.Offset.Length - 1];
        readonly long[] _one = new long[Kinds], _two = new long[Kinds * Kinds];
        long[] _at = [];
        byte[] _kind = [];

        public long[] Found { get; } = new long[Kinds * Kinds * Kinds];

        public void From(int a)
        {
            ReadOnlySpan<int> offset = ties.Offset, target = ties.Target;
            var (start, end) = (offset[a], offset[a + 1]);
            if (end - start < 2) return;
            for (var i = start; i < end; i++) _to[target[i]] = i + 1;
            for (var i = start; i < end; i++)
            {
                var b = target[i];
                for (var j = offset[b]; j < offset[b + 1]; j++)
                    if (_to[target[j]] is > 0 and var ac) Count(new Side(ties, i, 0), new Side(ties, ac - 1, 2), new Side(ties, j, 4));
            }
            for (var i = start; i < end; i++) _to[target[i]] = 0;
        }

        // Goes from stretch to stretch of the quietest tie and counts where the two others have something near.
        void Count(Side ab, Side ac, Side bc)
        {
            var quiet = ab.Length <= ac.Length ? (ab.Length <= bc.Length ? ab : bc) : (ac.Length <= bc.Length ? ac : bc);
            ReadOnlySpan<EventEntry> all = ties.Entries;
            for (var i = quiet.Start; i < quiet.End;)
            {
                long since = all[i].At - delta, until = all[i].At + delta;
                for (i++; i < quiet.End && all[i].At - delta <= until; i++) until = all[i].At + delta;
                if (ab.Narrow(all, since, until) && ac.Narrow(all, since, until) && bc.Narrow(all, since, until)) CountStretch(ab, ac, bc);
            }
        }

        void CountStretch(in Side ab, in Side ac, in Side bc)
        {
            var n = Merge(ab, ac, bc);
            Span<long> one = _one, two = _two;
            one.Clear();
            two.Clear();
            ReadOnlySpan<long> at = _at.AsSpan(0, n);
            ReadOnlySpan<byte> kind = _kind.AsSpan(0, n);
            var left = 0;
            for (var start = 0; start < n;)
            {
                var end = GroupEnd(at, start);
                var since = at[start] - delta;
                while (at[left] < since)
                {
                    var leftEnd = GroupEnd(at, left);
                    for (var k = left; k < leftEnd; k++) one[kind[k]]--;
                    for (var k = left; k < leftEnd; k++)
                    {
                        var row = two.Slice(kind[k] * Kinds, Kinds);
                        for (var second = 0; second < Kinds; second++) row[second] -= one[second];
                    }
                    left = leftEnd;
                }
                for (var k = start; k < end; k++) Complete(kind[k], two);
                for (var k = start; k < end; k++)
                    for (var first = 0; first < Kinds; first++) two[(first * Kinds) + kind[k]] += one[first];
                for (var k = start; k < end; k++) one[kind[k]]++;
                start = end;
            }
        }

        int GroupEnd(ReadOnlySpan<long> at, int from)
        {
            var end = from + 1;
            if (order == MotifOrder.Strict)
                while (end < at.Length && at[end] == at[from]) end++;
            return end;
        }

        void Complete(int third, ReadOnlySpan<long> two)
        {
            // The two other ties, in either order, each either way.
            int x = third < 2 ? 2 : 0, y = third >= 4 ? 2 : 4;
            for (var first = x; first < x + 2; first++)
                for (var second = y; second < y + 2; second++)
                {
                    Found[(((first * Kinds) + second) * Kinds) + third] += two[(first * Kinds) + second];
                    Found[(((second * Kinds) + first) * Kinds) + third] += two[(second * Kinds) + first];
                }
        }

        int Merge(Side ab, Side ac, Side bc)
        {
            var n = ab.Length + ac.Length + bc.Length;
            ReadOnlySpan<EventEntry> all = ties.Entries;
            if (_at.Length < n) (_at, _kind) = (new long[2 * n], new byte[2 * n]);
            for (var i = 0; i < n; i++)
            {
                int x = ab.Next(all), y = ac.Next(all), z = bc.Next(all);
                if (x < y && x < z) ab.Take(all, out _at[i], out _kind[i]);
                else if (y < z) ac.Take(all, out _at[i], out _kind[i]);
                else bc.Take(all, out _at[i], out _kind[i]);
            }
            return n;
        }
    }

    // The deliveries on one side of a triangle, or a stretch of them.
    struct Side(EventTies ties, int tie, int kind)
    {
        readonly int _last = ties.First[tie + 1];

        public int Start { get; private set; } = ties.First[tie];
        public int End { get; private set; } = ties.First[tie + 1];
        public readonly int Length => End - Start;

        // Moves on to the deliveries from one time to another; false when there are none. Times of later calls must not go back.
        public bool Narrow(ReadOnlySpan<EventEntry> all, long since, long until)
        {
            Start = Start < End && all[Start].At >= since ? Start : FirstFrom(all, Start, since);
            End = FirstFrom(all, Start, until + 1);
            return Start < End;
        }

        readonly int FirstFrom(ReadOnlySpan<EventEntry> all, int from, long time)
        {
            // Steps that double, then halve: the next stretch is mostly near.
            var step = 1;
            int low = from, high = from;
            while (high < _last && all[high].At < time)
            {
                low = high + 1;
                high += step;
                step *= 2;
            }
            high = Math.Min(high, _last);
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (all[middle].At < time) low = middle + 1;
                else high = middle;
            }
            return low;
        }

        public readonly int Next(ReadOnlySpan<EventEntry> all) => Start < End ? all[Start].Delivery : int.MaxValue;

        public void Take(ReadOnlySpan<EventEntry> all, out long at, out byte ofKind)
        {
            at = all[Start].At;
            ofKind = (byte)(kind + all[Start].Way);
            Start++;
        }
    }
}
