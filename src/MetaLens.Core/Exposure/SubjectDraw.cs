using System.Numerics;

namespace MetaLens.Exposure;

/// <summary>Subjects drawn with replacement.</summary>
static class SubjectDraw
{
    // Random with a seed is Knuth's subtractive generator: each number is the difference of those 55 and 34 places before it.
    const int Far = 55, Near = 34;

    /// <summary>Indices of subjects: the numbers that <see cref="Random.Next(int)"/> would give one by one, made several at once. O(size).</summary>
    /// <param name="subjects">How many to draw from, 1 and up.</param>
    /// <param name="size">How many are drawn.</param>
    /// <param name="seed">Seed of the generator.</param>
    public static int[] Of(int subjects, int size, int seed)
    {
        var random = new Random(seed);
        var draw = new int[size];
        for (var i = 0; i < Math.Min(Far, size); i++) draw[i] = random.Next();
        var whole = new Vector<int>(int.MaxValue);
        var next = Far;
        for (; next <= size - Vector<int>.Count; next += Vector<int>.Count)
        {
            var apart = new Vector<int>(draw, next - Far) - new Vector<int>(draw, next - Near);
            (apart + (Vector.LessThan(apart, Vector<int>.Zero) & whole)).CopyTo(draw, next);
        }
        for (; next < size; next++)
        {
            var apart = draw[next - Far] - draw[next - Near];
            draw[next] = apart < 0 ? apart + int.MaxValue : apart;
        }
        for (var i = 0; i < size; i++) draw[i] = (int)(draw[i] * (1.0 / int.MaxValue) * subjects);
        return draw;
    }
}
