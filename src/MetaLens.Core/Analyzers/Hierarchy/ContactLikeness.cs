using System.Numerics;
using System.Runtime.CompilerServices;

namespace MetaLens.Analyzers.Hierarchy;

/// <summary>How alike two people's contacts are.</summary>
static class ContactLikeness
{
    const double LeastExpected = 0.3;

    /// <summary>Cosine of the ties to third people, each tie weighted by how far it exceeds what the ends' volumes let expect; symmetric, 0 on the diagonal. O(people³).</summary>
    /// <param name="ties">Weight of each tie, both ways; row-major, symmetric.</param>
    /// <param name="strength">Sum of each row.</param>
    /// <param name="all">Sum of all.</param>
    public static float[] Of(float[] ties, float[] strength, float all)
    {
        var n = strength.Length;
        var profile = new float[n * n];
        for (var i = 0; i < n; i++)
        {
            var length = 0.0;
            for (var j = 0; j < n; j++)
            {
                if (ties[(i * n) + j] is not (> 0 and var weight)) continue;
                var excess = Math.Log(1 + (weight / Math.Max(LeastExpected, strength[i] * strength[j] / all)));
                profile[(i * n) + j] = (float)excess;
                length += excess * excess;
            }
            for (var j = 0; j < n; j++) profile[(i * n) + j] /= (float)Math.Sqrt(length) + 1e-9f;
        }
        var likeness = new float[n * n];
        Parallel.For(0, n, i =>
        {
            for (var j = 0; j < n; j++)
                if (j != i) likeness[(i * n) + j] = Product(profile.AsSpan(i * n, n), profile.AsSpan(j * n, n));
        });
        return likeness;
    }

    // Called for every pair from the start, before the runtime would take notice.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static float Product(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = Vector<float>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<float>.Count; i += Vector<float>.Count) sum += new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
        var product = Vector.Sum(sum);
        for (; i < a.Length; i++) product += a[i] * b[i];
        return product;
    }
}
