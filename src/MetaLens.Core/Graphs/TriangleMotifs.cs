namespace MetaLens.Graphs;

/// <summary>
/// Counts the motifs on three pairs: each triangle of the graph is met once. A motif has one delivery on each of its ties, so only what lies within δ of a delivery on the
/// quietest tie matters; there the three ties are merged in order, and a window of length δ slides along.
/// </summary>
static class TriangleMotifs
{
    // Kinds: 2 · tie + way. Ties of nodes 0, 1, 2: 0 = 0–1, 1 = 0–2, 2 = 1–2; way 0 = from the smaller to the larger.
    const int Kinds = 6;

    public static IEnumerable<(int Index, long Count)> Count(MotifEvents events, long delta, CancellationToken stop)
    {
        var ties = EventTies.Of(events);
        var total = new long[Kinds * Kinds * Kinds];
        Parallel.For(0, events.PartyCount, new ParallelOptions { CancellationToken = stop }, () => new Triangles(events, ties, delta), (party, _, triangles) =>
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

    sealed class Triangles(MotifEvents events, EventTies ties, long delta)
    {
        readonly int[] _to = new int[events.PartyCount];
        readonly long[] _one = new long[Kinds], _two = new long[Kinds * Kinds];
        long[] _at = [];
        byte[] _kind = [];

        public long[] Found { get; } = new long[Kinds * Kinds * Kinds];

        public void From(int a)
        {
            var forward = ties.Forward;
            for (var i = forward.Offset[a]; i < forward.Offset[a + 1]; i++) _to[forward.Target[i]] = i + 1;
            for (var i = forward.Offset[a]; i < forward.Offset[a + 1]; i++)
            {
                var b = forward.Target[i];
                for (var j = forward.Offset[b]; j < forward.Offset[b + 1]; j++)
                {
                    var c = forward.Target[j];
                    if (_to[c] > 0) Count(new Side(ties, i, a < b, 0), new Side(ties, _to[c] - 1, a < c, 2), new Side(ties, j, b < c, 4));
                }
            }
            for (var i = forward.Offset[a]; i < forward.Offset[a + 1]; i++) _to[forward.Target[i]] = 0;
        }

        // Goes from stretch to stretch of the quietest tie and counts where the two others have something near.
        void Count(Side ab, Side ac, Side bc)
        {
            var quiet = ab.Length <= ac.Length ? (ab.Length <= bc.Length ? ab : bc) : (ac.Length <= bc.Length ? ac : bc);
            var at = ties.At;
            for (var i = quiet.Start; i < quiet.End;)
            {
                long since = at[i] - delta, until = at[i] + delta;
                for (i++; i < quiet.End && at[i] - delta <= until; i++) until = at[i] + delta;
                if (ab.Narrow(at, since, until) && ac.Narrow(at, since, until) && bc.Narrow(at, since, until)) CountStretch(ab, ac, bc);
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
            if (events.Order == MotifOrder.Strict)
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
            if (_at.Length < n) (_at, _kind) = (new long[2 * n], new byte[2 * n]);
            for (var i = 0; i < n; i++)
            {
                int x = ab.Next(ties), y = ac.Next(ties), z = bc.Next(ties);
                if (x < y && x < z) ab.Take(ties, out _at[i], out _kind[i]);
                else if (y < z) ac.Take(ties, out _at[i], out _kind[i]);
                else bc.Take(ties, out _at[i], out _kind[i]);
            }
            return n;
        }
    }

    // The events on one side of a triangle, or a stretch of them.
    struct Side
    {
        readonly int _last;
        readonly bool _rises;
        readonly int _kind;

        public Side(EventTies ties, int tie, bool rises, int kind)
        {
            (Start, End) = ties.RangeOf(tie);
            (_last, _rises, _kind) = (End, rises, kind);
        }

        public int Start { get; private set; }
        public int End { get; private set; }
        public readonly int Length => End - Start;

        // Moves on to the events from one time to another; false when there are none. Times of later calls must not go back.
        public bool Narrow(ReadOnlySpan<long> at, long since, long until)
        {
            Start = Start < End && at[Start] >= since ? Start : FirstFrom(at, Start, since);
            End = FirstFrom(at, Start, until + 1);
            return Start < End;
        }

        readonly int FirstFrom(ReadOnlySpan<long> at, int from, long time)
        {
            // Steps that double, then halve: the next stretch is mostly near.
            var step = 1;
            int low = from, high = from;
            while (high < _last && at[high] < time)
            {
                low = high + 1;
                high += step;
                step *= 2;
            }
            high = Math.Min(high, _last);
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (at[middle] < time) low = middle + 1;
                else high = middle;
            }
            return low;
        }

        public readonly int Next(EventTies ties) => Start < End ? ties.Event[Start] : int.MaxValue;

        public void Take(EventTies ties, out long at, out byte kind)
        {
            at = ties.At[Start];
            kind = (byte)(_kind + (ties.FromLow[Start] == _rises ? 0 : 1));
            Start++;
        }
    }
}
