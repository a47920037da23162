using System.Collections.Immutable;
using MathNet.Numerics;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Graphs;

/// <summary>
/// Ties that mean more than that both ends are active. Time is cut into τ intervals; if everybody met everybody at random, i and j would be in contact in an interval with
/// probability a_i a_j, the activities a being those under which everybody's expected number of contacts is the one observed; a tie's p-value is P[Binomial(τ, a_i a_j) ≥ m],
/// m the intervals with contact.
/// Source: Kobayashi, Takaguchi, Barrat, "The structured backbone of temporal social ties", Nature Communications 10, 220 (2019), doi 10.1038/s41467-018-08160-3.
/// </summary>
/// <param name="Ties">The p-values; the ties' messages are intervals with contact here.</param>
/// <param name="Activity">Activity of each party, 0 … 1.</param>
/// <param name="Intervals">Number of intervals τ from the first to the last delivery.</param>
public sealed record ActivityBackbone(SignificantTies Ties, ImmutableArray<double> Activity, int Intervals)
{
    const int MostRounds = 1000;

    // Among the quiet, products of activities stay below this, and powers of them are soon nothing.
    const double Quiet = 0.7;
    const int Powers = 100;

    /// <summary>The backbone of an observation. No ties and no intervals for an empty log. O(ties + parties · (100 + parties with an activity above 0.7)) a round of the fit, typically some tens.</summary>
    /// <param name="seen">The log.</param>
    /// <param name="interval">Length of an interval, above 0.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The interval is not above 0, or so short that there are more than two billion.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ActivityBackbone Of(Observation seen, Duration interval, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var width = (long)interval.TotalMilliseconds;
        if (width <= 0) throw new ArgumentOutOfRangeException(nameof(interval), interval, "expected above 0");
        if (seen.Count == 0) return new ActivityBackbone(SignificantTies.Of([], []), [.. new double[seen.PartyCount]], 0);
        var intervals = ((seen.SeenAt[^1] - seen.SeenAt[0]) / width) + 1;
        if (intervals > int.MaxValue) throw new ArgumentOutOfRangeException(nameof(interval), interval, "expected fewer than two billion intervals");
        var ties = Contacts(seen, width);
        var activity = Fit(ties, seen.PartyCount, (int)intervals, stop);
        var pValue = ties.Select(t => BinomialTail(t.Messages, (int)intervals, activity[t.A] * activity[t.B])).ToArray();
        return new ActivityBackbone(SignificantTies.Of(ties, pValue), [.. activity], (int)intervals);
    }

    // Unordered pairs with the number of intervals in which they had contact.
    static ImmutableArray<Tie> Contacts(Observation seen, long width)
    {
        var ties = new Dictionary<(int, int), (int Intervals, long Last, long First, long At)>();
        for (var i = 0; i < seen.Count; i++)
        {
            var from = seen.Sender[i];
            if (from < 0) continue;
            var interval = (seen.SeenAt[i] - seen.SeenAt[0]) / width;
            foreach (var to in seen.RecipientsOf(i))
            {
                if (to == from) continue;
                var pair = (Math.Min(from, to), Math.Max(from, to));
                var known = ties.TryGetValue(pair, out var tie) ? tie : (0, -1, seen.SeenAt[i], 0);
                ties[pair] = (known.Item1 + (known.Item2 == interval ? 0 : 1), interval, known.Item3, seen.SeenAt[i]);
            }
        }
        return [.. ties.OrderBy(t => t.Key).Select(t => new Tie(t.Key.Item1, t.Key.Item2, t.Value.Intervals, 0, t.Value.First, t.Value.At))];
    }

    // Solves Σ_{j≠i} (m_ij − τ a_i a_j)/(1 − a_i a_j) = 0 for every i at once. Σ_j a_j/(1 − a_i a_j) = Σ_k a_i^k Σ_j a_j^(k+1): over the quiet the inner sums are the same for every i.
    static double[] Fit(ImmutableArray<Tie> ties, int parties, int intervals, CancellationToken stop)
    {
        var contacts = new double[parties];
        foreach (var tie in ties)
        {
            contacts[tie.A] += tie.Messages;
            contacts[tie.B] += tie.Messages;
        }
        var active = Enumerable.Range(0, parties).Where(p => contacts[p] > 0).ToArray();
        var all = contacts.Sum() / 2;
        var a = new double[parties];
        // Where chance contacts are few the equations are those of the configuration model.
        foreach (var p in active) a[p] = Math.Min(1 - 1e-9, contacts[p] / Math.Sqrt(2.0 * intervals * all));
        var next = new double[parties];
        for (var round = 0; round < MostRounds; round++)
        {
            stop.ThrowIfCancellationRequested();
            var met = new double[parties];
            foreach (var tie in ties)
            {
                var weight = tie.Messages / (1 - (a[tie.A] * a[tie.B]));
                met[tie.A] += weight;
                met[tie.B] += weight;
            }
            var busy = Array.FindAll(active, q => a[q] > Quiet);
            var sums = PowerSums(active, a);
            NodeRanges.For(active.Length, (long)active.Length * (Powers + busy.Length), (first, end) =>
            {
                for (var i = first; i < end; i++)
                {
                    var p = active[i];
                    var expected = 0.0;
                    for (var k = Powers - 1; k >= 0; k--) expected = (expected * a[p]) + sums[k];
                    foreach (var q in busy) expected += a[q] / (1 - (a[p] * a[q]));
                    expected -= a[p] / (1 - (a[p] * a[p]));
                    // Half way to the value that would balance this party alone, so that two parties do not swing against each other.
                    next[p] = Math.Min(1 - 1e-9, Math.Sqrt(a[p] * met[p] / (intervals * expected)));
                }
            }, stop);
            double change = 0;
            foreach (var p in active)
            {
                change = Math.Max(change, Math.Abs(next[p] - a[p]) / a[p]);
                a[p] = next[p];
            }
            if (change < 1e-12) break;
        }
        return a;
    }

    // Σ a^(k+1) over the quiet, for each power k.
    static double[] PowerSums(int[] active, double[] a)
    {
        var sums = new double[Powers];
        foreach (var q in active)
        {
            if (a[q] > Quiet) continue;
            var power = 1.0;
            for (var k = 0; k < Powers; k++) sums[k] += power *= a[q];
        }
        return sums;
    }

    static double BinomialTail(int least, int trials, double chance) =>
        least <= 0 || chance >= 1 ? 1 : chance <= 0 ? 0 : SpecialFunctions.BetaRegularized(least, trials - least + 1.0, chance);
}
