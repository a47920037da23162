using System.Collections.Immutable;
using MetaLens.Lenses;

namespace MetaLens.Attacks.Relationships;

/// <summary>
/// Chooses how <see cref="ManagerInference"/> learns by what is known alone: cross-validation inside the known part of the chart, so that who is asked about afterwards had no part in it (nested cross-validation: Varma and Simon (2006),
/// <c>doi:10.1186/1471-2105-7-91</c>).
/// </summary>
public static class ManagerTuning
{
    const int Folds = 3;

    /// <summary>What is compared, the simplest first.</summary>
    public static ImmutableArray<ManagerInferenceOptions> Compared { get; } =
        [.. from peers in (bool[])[false, true] from ridge in (double[])[100, 30, 10, 3, 1] select new ManagerInferenceOptions { Ridge = ridge, CountsPeers = peers }];

    /// <summary>The options with the best mean reciprocal rank of the known managers; of equal ones the simplest; the usual ones where fewer than six managers are known. O(10 · 3 · the cost of learning).</summary>
    /// <param name="pairs">The prepared observation.</param>
    /// <param name="known">Party → manager, where known.</param>
    /// <param name="seed">Seed of the split.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ManagerInferenceOptions Choose(PairFeatures pairs, IReadOnlyDictionary<PartyId, PartyId> known, int seed, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(known);
        if (known.Count < 2 * Folds) return new ManagerInferenceOptions();
        PartyId[] employees = [.. known.Keys.OrderBy(e => e.Index)];
        new Random(seed).Shuffle(employees);
        var scores = new double[Compared.Length, Folds];
        Parallel.For(0, scores.Length, new ParallelOptions { CancellationToken = stop }, i =>
        {
            var (option, fold) = (i / Folds, i % Folds);
            var rest = employees.Where((_, place) => place % Folds != fold).ToDictionary(e => e, e => known[e]);
            if (!rest.Keys.Any(e => pairs.ContactsOf(e).Any())) return;
            scores[option, fold] = ManagerInference.Rank(pairs, rest, [.. employees.Where((_, place) => place % Folds == fold)], stop, Compared[option])
                .Sum(r => r.Candidates.Select(c => c.Manager).ToList().IndexOf(known[r.Ego]) is >= 0 and var place ? 1.0 / (place + 1) : 0);
        });
        return Compared[Enumerable.Range(0, Compared.Length).MaxBy(o => Enumerable.Range(0, Folds).Sum(f => scores[o, f]))];
    }
}
