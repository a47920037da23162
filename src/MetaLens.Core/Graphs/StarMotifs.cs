namespace MetaLens.Graphs;

/// <summary>
/// Counts the motifs on one pair and the stars (a centre with two others) in one walk over the deliveries of each centre. While a window of length δ slides along, sums over it
/// tell in O(1) per delivery how many pairs of earlier ones it completes: with the same alter, with one alter and another, and so on. Which of two is "another" follows by
/// taking the same alter from all.
/// </summary>
static class StarMotifs
{
    // Kinds of triples by alters: the three letters say which of two alters each delivery is with.
    const int Aaa = 0, Aab = 1, Aba = 2, Abb = 3;

    public static IEnumerable<(int Index, long Count)> Count(EventTimelines timelines, long delta, MotifOrder order, NearDeliveries near, CancellationToken stop)
    {
        var parties = timelines.Offset.Length - 1;
        var total = new long[4 * 8];
        Parallel.For(0, parties, new ParallelOptions { CancellationToken = stop }, () => new Centre(parties, delta, order, near), (party, _, centre) =>
        {
            centre.Walk(party, timelines.Of(party));
            return centre;
        }, centre =>
        {
            lock (total)
                for (var i = 0; i < total.Length; i++) total[i] += centre.Found[i];
        });
        for (var kind = 0; kind < 4; kind++)
            for (var way = 0; way < 8; way++)
            {
                var (second, third) = kind switch { Aaa => (1, 1), Aab => (1, 2), Aba => (2, 1), _ => (2, 2) };
                yield return (MotifCounts.IndexOf(Tie(1, way >> 2), Tie(second, (way >> 1) & 1), Tie(third, way & 1)), total[(kind * 8) + way]);
            }

        static (int, int) Tie(int alter, int way) => way == 0 ? (0, alter) : (alter, 0);
    }

    // Ways: 0 = from the centre, 1 = to it. Two ways w₁, w₂ are at 2·w₁ + w₂.
    sealed class Centre(int parties, long delta, MotifOrder order, NearDeliveries near)
    {
        readonly int[] _local = new int[parties];
        readonly long[] _same = new long[4];
        int[] _alter = [], _party = [], _groupStart = [], _groupEnd = [], _outBefore = [];
        byte[] _way = [];
        Alter[] _alters = [];

        public long[] Found { get; } = new long[4 * 8];

        // A gap longer than δ cuts a timeline: no motif spans it.
        public void Walk(int centre, ReadOnlySpan<EventEntry> timeline)
        {
            for (var start = 0; start < timeline.Length;)
            {
                var end = start + 1;
                while (end < timeline.Length && timeline[end].At - timeline[end - 1].At <= delta) end++;
                if (end - start > 1) near.Add(timeline[start..end]);
                if (end - start > 2) WalkStretch(centre, timeline[start..end]);
                start = end;
            }
        }

        void WalkStretch(int centre, ReadOnlySpan<EventEntry> stretch)
        {
            var alters = Describe(stretch);
            _alters.AsSpan(0, alters).Clear();
            _same.AsSpan().Clear();
            Span<long> gone = stackalloc long[2], before = stackalloc long[2];
            gone.Clear();
            var left = 0;
            for (var start = 0; start < stretch.Length; start = _groupEnd[start])
            {
                var end = _groupEnd[start];
                var since = stretch[start].At - delta;
                while (stretch[left].At < since)
                {
                    Drop(left, _groupEnd[left], gone);
                    left = _groupEnd[left];
                }
                (before[0], before[1]) = (_outBefore[start], start - _outBefore[start]);
                for (var k = start; k < end; k++) Complete(k, centre, gone, before);
                Take(start, end);
            }
        }

        // Numbers alters locally and notes ways, groups of equal rank and how many outgoing ones came before.
        int Describe(ReadOnlySpan<EventEntry> stretch)
        {
            var n = stretch.Length;
            if (_alter.Length < n)
            {
                var room = Math.Max(n, 2 * _alter.Length);
                (_alter, _party, _groupStart, _groupEnd, _outBefore, _way, _alters) =
                    (new int[room], new int[room], new int[room], new int[room], new int[room + 1], new byte[room], new Alter[room]);
            }
            var alters = 0;
            for (var i = 0; i < n; i++)
            {
                var entry = stretch[i];
                _way[i] = (byte)entry.Way;
                if (_local[entry.Alter] == 0)
                {
                    _party[alters] = entry.Alter;
                    _local[entry.Alter] = ++alters;
                }
                _alter[i] = _local[entry.Alter] - 1;
                _groupStart[i] = i > 0 && order == MotifOrder.Strict && entry.At == stretch[i - 1].At ? _groupStart[i - 1] : i;
                _outBefore[i + 1] = _outBefore[i] + 1 - _way[i];
            }
            for (var i = n - 1; i >= 0; i--) _groupEnd[i] = i + 1 < n && _groupStart[i + 1] == _groupStart[i] ? _groupEnd[i + 1] : i + 1;
            for (var a = 0; a < alters; a++) _local[_party[a]] = 0;
            return alters;
        }

        void Complete(int k, int centre, ReadOnlySpan<long> gone, ReadOnlySpan<long> before)
        {
            ref var alter = ref _alters[_alter[k]];
            var third = _way[k];
            // A pair's own triples are seen from both ends; they count at the smaller.
            var counts = centre < _party[_alter[k]] ? 1 : 0;
            for (var first = 0; first < 2; first++)
                for (var second = 0; second < 2; second++)
                {
                    var ways = (2 * first) + second;
                    var at = (2 * ways) + third;
                    var both = alter.Two[ways];
                    Found[(Aaa * 8) + at] += counts * both;
                    Found[(Aab * 8) + at] += _same[ways] - both;
                    Found[(Aba * 8) + at] += (alter.One[first] * before[second]) - alter.After[ways] - both;
                    Found[(Abb * 8) + at] += alter.Before[ways] - (alter.One[second] * gone[first]) - both;
                }
        }

        void Take(int start, int end)
        {
            for (var k = start; k < end; k++)
            {
                ref var alter = ref _alters[_alter[k]];
                for (var first = 0; first < 2; first++)
                {
                    alter.Two[(2 * first) + _way[k]] += alter.One[first];
                    _same[(2 * first) + _way[k]] += alter.One[first];
                }
            }
            for (var k = start; k < end; k++) Weigh(k, start, end, 1);
        }

        void Drop(int start, int end, Span<long> gone)
        {
            for (var k = start; k < end; k++)
            {
                Weigh(k, start, end, -1);
                gone[_way[k]]++;
            }
            for (var k = start; k < end; k++)
            {
                ref var alter = ref _alters[_alter[k]];
                for (var second = 0; second < 2; second++)
                {
                    alter.Two[(2 * _way[k]) + second] -= alter.One[second];
                    _same[(2 * _way[k]) + second] -= alter.One[second];
                }
            }
        }

        void Weigh(int k, int start, int end, int sign)
        {
            ref var alter = ref _alters[_alter[k]];
            int way = _way[k], outBefore = _outBefore[start], outAfter = _outBefore[end];
            alter.One[way] += sign;
            alter.After[(2 * way) + 0] += sign * (long)outAfter;
            alter.After[(2 * way) + 1] += sign * (long)(end - outAfter);
            alter.Before[way] += sign * (long)outBefore;
            alter.Before[2 + way] += sign * (long)(start - outBefore);
        }
    }

    // Sums over the window of the deliveries with one alter.
    struct Alter
    {
        // Deliveries by way.
        public Two2 One;

        // Pairs of deliveries, both with this alter, by ways.
        public Four4 Two;

        // For each first delivery by way: how many of each second way the centre had up to it.
        public Four4 After;

        // For each second delivery by way: how many of each first way the centre had before it.
        public Four4 Before;
    }

    [System.Runtime.CompilerServices.InlineArray(2)]
    struct Two2
    {
        long _first;
    }

    [System.Runtime.CompilerServices.InlineArray(4)]
    struct Four4
    {
        long _first;
    }
}
