namespace MetaLens.Exposure;

/// <summary>
/// Subjects drawn with replacement: the numbers that <see cref="Random"/> gives for a seed, which are Knuth's subtractive generator. All 55 numbers of a round are made at once, as they hardly wait for each
/// other; a report draws tens of millions.
/// </summary>
/// <remarks>Source: Knuth, The Art of Computer Programming 2, section 3.2.2, in the form of Press et al., Numerical Recipes, ran3, with the lag of 21 that .NET keeps.</remarks>
static class BootstrapDraws
{
    const int Round = 55, Lag = 21;

    /// <summary>One draw.</summary>
    /// <param name="seed">Seed of all draws.</param>
    /// <param name="draw">Which of them.</param>
    /// <param name="size">How many subjects are drawn.</param>
    /// <param name="subjects">From how many.</param>
    public static int[] Of(int seed, int draw, int size, int subjects)
    {
        Span<int> state = stackalloc int[Round];
        Start(state, unchecked((seed * 1_000_003) + draw));
        var drawn = GC.AllocateUninitializedArray<int>(size);
        for (var first = 0; first < size; first += Round)
        {
            for (var i = 0; i < Round - Lag; i++) state[i] = Difference(state[i], state[i + Lag]);
            for (var i = Round - Lag; i < Round; i++) state[i] = Difference(state[i], state[i + Lag - Round]);
            var some = drawn.AsSpan(first, Math.Min(Round, size - first));
            for (var i = 0; i < some.Length; i++) some[i] = (int)(state[i] * (1.0 / int.MaxValue) * subjects);
        }
        return drawn;
    }

    static void Start(Span<int> state, int seed)
    {
        var last = 161803398 - (seed == int.MinValue ? int.MaxValue : Math.Abs(seed));
        state[^1] = last;
        for (var (i, next) = (1, 1); i < Round; i++)
        {
            ref var place = ref state[(i * Lag % Round) - 1];
            place = next;
            next = last - next;
            if (next < 0) next += int.MaxValue;
            last = place;
        }
        for (var turn = 0; turn < 4; turn++)
            for (var i = 0; i < Round; i++)
            {
                var n = (i + 31) % Round;
                state[i] -= state[n];
                if (state[i] < 0) state[i] += int.MaxValue;
            }
    }

    // Modulo the largest int, which no number reaches.
    static int Difference(int a, int b)
    {
        var difference = a - b;
        if (difference == int.MaxValue) difference--;
        return difference + ((difference >> 31) & int.MaxValue);
    }
}
