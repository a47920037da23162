using System.Collections.Immutable;
using System.Numerics;

namespace MetaLens.Graphs;

/// <summary>
/// Dispersion of each tie: how many pairs of the two ends' common contacts have nothing else to do with each other, neither a tie nor another common contact in the ego's
/// circle. A partner knows people from all corners of one's life. Values stand at the tie's place in the undirected graph's rows: row = ego, target = alter; not symmetric.
/// Source: Backstrom, Kleinberg, "Romantic partnerships and the dispersion of social ties", CSCW 2014, doi 10.1145/2531602.2531642.
/// </summary>
/// <param name="Embeddedness">Common contacts, at least 0.</param>
/// <param name="Absolute">Pairs of common contacts s, t of ego u and alter v that are not tied and share no contact in u's circle but u and v, at least 0; the same as networkx's dispersion(u, v, normalized=False).</param>
/// <param name="Normalized">Absolute / embeddedness, 0 without common contacts.</param>
/// <param name="Recursive">x_v = [Σ x_w² over common contacts + 2 Σ x_s x_t over such pairs] / embeddedness after three rounds from x = 1; 0 without common contacts.</param>
public sealed record Dispersion(ImmutableArray<int> Embeddedness, ImmutableArray<long> Absolute, ImmutableArray<double> Normalized, ImmutableArray<double> Recursive)
{
    const int Rounds = 3;

    /// <summary>All ties of an undirected graph. O(Σ k³/64) over degrees k, in parallel.</summary>
    /// <exception cref="ArgumentException">The graph is directed.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static Dispersion Of(CommunicationGraph undirected, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(undirected);
        if (undirected.IsDirected) throw new ArgumentException("expected an undirected graph", nameof(undirected));
        var ties = undirected.Target.Length;
        var embeddedness = new int[ties];
        var absolute = new long[ties];
        double[] normalized = new double[ties], recursive = new double[ties];
        Parallel.For(0, undirected.NodeCount, new ParallelOptions { CancellationToken = stop }, () => new Circle(undirected), (ego, _, circle) =>
        {
            int start = undirected.Offset[ego], k = undirected.Degree(ego);
            circle.Measure(ego, embeddedness.AsSpan(start, k), absolute.AsSpan(start, k), recursive.AsSpan(start, k));
            for (var e = start; e < start + k; e++) normalized[e] = embeddedness[e] == 0 ? 0 : (double)absolute[e] / embeddedness[e];
            return circle;
        }, _ => { });
        return new Dispersion([.. embeddedness], [.. absolute], [.. normalized], [.. recursive]);
    }

    // The contacts of one ego and which of them are tied, as rows of bits.
    sealed class Circle(CommunicationGraph graph)
    {
        readonly int[] _local = new int[graph.NodeCount];
        readonly List<(int Alter, int S, int T)> _pairs = [];
        ulong[] _tied = [];

        public void Measure(int ego, Span<int> embeddedness, Span<long> absolute, Span<double> recursive)
        {
            var contacts = graph.Neighbours(ego);
            int k = contacts.Length, words = (k + 63) / 64;
            if (_tied.Length < k * words) _tied = new ulong[k * words];
            Span<ulong> tied = _tied.AsSpan(0, k * words);
            tied.Clear();
            for (var i = 0; i < k; i++) _local[contacts[i]] = i + 1;
            for (var i = 0; i < k; i++)
                foreach (var u in graph.Neighbours(contacts[i]))
                {
                    var j = _local[u] - 1;
                    if (j < 0) continue;
                    tied[(i * words) + (j >> 6)] |= 1UL << (j & 63);
                    embeddedness[i]++;
                }
            foreach (var contact in contacts) _local[contact] = 0;

            // Two untied contacts with exactly one common contact v in the circle: without v (and the ego) nothing joins them, so they count for v and for v alone.
            _pairs.Clear();
            for (var s = 0; s < k; s++)
            {
                if (embeddedness[s] == 0) continue;
                var rowS = tied.Slice(s * words, words);
                for (var t = s + 1; t < k; t++)
                {
                    if (embeddedness[t] == 0 || (rowS[t >> 6] >> (t & 63) & 1) != 0) continue;
                    var alter = OnlyCommon(rowS, tied.Slice(t * words, words));
                    if (alter < 0) continue;
                    absolute[alter]++;
                    _pairs.Add((alter, s, t));
                }
            }
            Recur(tied, words, embeddedness, recursive);
        }

        static int OnlyCommon(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b)
        {
            var only = -1;
            for (var w = 0; w < a.Length; w++)
            {
                var common = a[w] & b[w];
                if (common == 0) continue;
                if (only >= 0 || (common & (common - 1)) != 0) return -1;
                only = (w << 6) + BitOperations.TrailingZeroCount(common);
            }
            return only;
        }

        void Recur(ReadOnlySpan<ulong> tied, int words, ReadOnlySpan<int> embeddedness, Span<double> x)
        {
            x.Fill(1);
            var next = new double[x.Length];
            for (var round = 0; round < Rounds; round++)
            {
                next.AsSpan().Clear();
                for (var v = 0; v < x.Length; v++)
                    for (var w = 0; w < words; w++)
                        for (var bits = tied[(v * words) + w]; bits != 0; bits &= bits - 1)
                        {
                            var common = (w << 6) + BitOperations.TrailingZeroCount(bits);
                            next[v] += x[common] * x[common];
                        }
                foreach (var (alter, s, t) in _pairs) next[alter] += 2 * x[s] * x[t];
                for (var v = 0; v < x.Length; v++) x[v] = embeddedness[v] == 0 ? 0 : next[v] / embeddedness[v];
            }
        }
    }
}
