using MathNet.Numerics;

namespace MetaLens.Analyzers.Introductions;

/// <summary>
/// Who was in touch with whom within a window that moves along the log: the contacts of each party, and what two parties would have in common by chance.
/// </summary>
sealed class RecentContacts(int parties, long window)
{
    readonly Dictionary<int, long>?[] _lastWith = new Dictionary<int, long>?[parties];
    readonly long[] _contacts = new long[parties];
    readonly Queue<(long At, int A, int B)> _open = new();

    // Σ k and Σ k(k − 1) over all parties, k their contacts in the window.
    long _ends, _paths;

    /// <summary>Whether the two ever exchanged a message.</summary>
    public bool Know(int a, int b) => _lastWith[a]?.ContainsKey(b) == true;

    /// <summary>When each of somebody's contacts was last written with or heard from; null for nobody.</summary>
    public Dictionary<int, long>? LastWith(int party) => _lastWith[party];

    /// <summary>A message between two; times must not descend. O(1), amortised.</summary>
    public void Add(long at, int a, int b)
    {
        MoveTo(at);
        var (own, theirs) = (_lastWith[a] ??= [], _lastWith[b] ??= []);
        if (!own.TryGetValue(b, out var last)) last = long.MinValue;
        if (last == at) return;
        if (last == long.MinValue || last < at - window)
        {
            Change(a, 1);
            Change(b, 1);
        }
        own[b] = theirs[a] = at;
        _open.Enqueue((at, a, b));
    }

    /// <summary>Forgets contacts older than the window. O(1), amortised.</summary>
    public void MoveTo(long at)
    {
        while (_open.TryPeek(out var oldest) && oldest.At < at - window)
        {
            _open.Dequeue();
            if (_lastWith[oldest.A]![oldest.B] != oldest.At) continue;
            Change(oldest.A, -1);
            Change(oldest.B, -1);
        }
    }

    /// <summary>
    /// The number of common contacts that two parties would have if everybody kept the number of their contacts in the window and these were drawn at random: k_a k_b Σ k(k − 1)/(Σ k)², the sum over the others. O(1).
    /// </summary>
    public double ExpectedInCommon(int a, int b)
    {
        double ka = _contacts[a], kb = _contacts[b];
        return _ends == 0 ? 0 : ka * kb * (_paths - ka * (ka - 1) - kb * (kb - 1)) / ((double)_ends * _ends);
    }

    /// <summary>P[X ≥ count] for a Poisson number with the mean, 0 … 1. O(1).</summary>
    public static double AtLeast(int count, double mean) => count <= 0 ? 1 : mean <= 0 ? 0 : SpecialFunctions.GammaLowerRegularized(count, mean);

    void Change(int party, int by)
    {
        var k = _contacts[party];
        _ends += by;
        _paths += by > 0 ? 2 * k : -2 * (k - 1);
        _contacts[party] = k + by;
    }
}
