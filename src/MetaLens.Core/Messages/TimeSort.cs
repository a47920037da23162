namespace MetaLens.Messages;

/// <summary>Sorts times stably in linear time: by digits of eleven bits, the lowest first, of how long after the first time they are.</summary>
static class TimeSort
{
    const int DigitBits = 11;
    const int Digits = 1 << DigitBits;

    /// <summary>Sorts the times; the array given may end up as the spare one. O(n · bits of the span / 11).</summary>
    /// <returns>Where each stood before; equal times keep their order.</returns>
    public static int[] Sort(ref long[] times)
    {
        var order = ColumnOrder.Identity(times.Length);
        if (times.Length < 2) return order;
        var (first, last) = (times.Min(), times.Max());
        // Most clocks tick in seconds: whole units make fewer digits.
        var unit = Array.TrueForAll(times, t => (t - first) % 1000 == 0) ? 1000UL : 1UL;
        var span = (ulong)(last - first) / unit;
        if (span == 0) return order;
        var (spareTimes, spareOrder) = (new long[times.Length], new int[times.Length]);
        var next = new int[Digits];
        for (var shift = 0; shift < 64 && span >> shift != 0; shift += DigitBits)
        {
            Array.Clear(next);
            foreach (var t in times) next[Digit(t)]++;
            for (int d = 0, at = 0; d < Digits; d++) (next[d], at) = (at, at + next[d]);
            for (var i = 0; i < times.Length; i++)
            {
                var to = next[Digit(times[i])]++;
                (spareTimes[to], spareOrder[to]) = (times[i], order[i]);
            }
            (times, spareTimes) = (spareTimes, times);
            (order, spareOrder) = (spareOrder, order);

            int Digit(long t) => (int)((ulong)(t - first) / unit >> shift) & (Digits - 1);
        }
        return order;
    }
}
