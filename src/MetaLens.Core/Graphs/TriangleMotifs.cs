namespace MetaLens.Graphs;

/// <summary>
/// Counts the motifs on three pairs: each triangle of the graph is met once, the deliveries on its three ties are merged in order, and a window of length δ slides along
/// with the number of deliveries of each kind (which tie, which way) and of ordered pairs of them.
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
        int[] _event = [];
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
                    if (_to[c] > 0) Count(a, b, c, i, _to[c] - 1, j);
                }
            }
            for (var i = forward.Offset[a]; i < forward.Offset[a + 1]; i++) _to[forward.Target[i]] = 0;
        }

        void Count(int a, int b, int c, int ab, int ac, int bc)
        {
            var n = Merge(a, b, c, ties.EventsOf(ab), ties.EventsOf(ac), ties.EventsOf(bc));
            if (n == 0) return;
            _one.AsSpan().Clear();
            _two.AsSpan().Clear();
            ReadOnlySpan<int> rank = events.Rank;
            ReadOnlySpan<long> at = events.At;
            var left = 0;
            for (var start = 0; start < n;)
            {
                var end = GroupEnd(start);
                var since = at[_event[start]] - delta;
                while (at[_event[left]] < since)
                {
                    var leftEnd = GroupEnd(left);
                    for (var k = left; k < leftEnd; k++) _one[_kind[k]]--;
                    for (var k = left; k < leftEnd; k++) PairWithLater(_kind[k]);
                    left = leftEnd;
                }
                for (var k = start; k < end; k++) Complete(_kind[k]);
                for (var k = start; k < end; k++) PairWithEarlier(_kind[k]);
                for (var k = start; k < end; k++) _one[_kind[k]]++;
                start = end;
            }

            int GroupEnd(int from)
            {
                var end = from + 1;
                while (end < n && events.Rank[_event[end]] == events.Rank[_event[from]]) end++;
                return end;
            }
        }

        void Complete(int third)
        {
            // The two other ties, in either order, each either way.
            int x = (third >> 1) == 0 ? 2 : 0, y = (third >> 1) == 2 ? 2 : 4;
            for (var i = 0; i < 4; i++)
            {
                int first = x + (i >> 1), second = y + (i & 1);
                Found[(((first * Kinds) + second) * Kinds) + third] += _two[(first * Kinds) + second];
                Found[(((second * Kinds) + first) * Kinds) + third] += _two[(second * Kinds) + first];
            }
        }

        void PairWithEarlier(int second)
        {
            for (var first = 0; first < Kinds; first++) _two[(first * Kinds) + second] += _one[first];
        }

        void PairWithLater(int first)
        {
            for (var second = 0; second < Kinds; second++) _two[(first * Kinds) + second] -= _one[second];
        }

        // Event numbers rise with time, so merging by number merges by time.
        int Merge(int a, int b, int c, ReadOnlySpan<int> ab, ReadOnlySpan<int> ac, ReadOnlySpan<int> bc)
        {
            var n = ab.Length + ac.Length + bc.Length;
            if (_event.Length < n) (_event, _kind) = (new int[2 * n], new byte[2 * n]);
            int i = 0, j = 0, k = 0;
            for (var at = 0; at < n; at++)
            {
                int x = i < ab.Length ? ab[i] : int.MaxValue, y = j < ac.Length ? ac[j] : int.MaxValue, z = k < bc.Length ? bc[k] : int.MaxValue;
                if (x < y && x < z)
                {
                    (_event[at], _kind[at]) = (x, (byte)(events.From[x] == a ? 0 : 1));
                    i++;
                }
                else if (y < z)
                {
                    (_event[at], _kind[at]) = (y, (byte)(events.From[y] == a ? 2 : 3));
                    j++;
                }
                else
                {
                    (_event[at], _kind[at]) = (z, (byte)(events.From[z] == b ? 4 : 5));
                    k++;
                }
            }
            return n;
        }
    }
}
