using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Attacks.Groups;

/// <summary>
/// Which group each party belongs to, for an observer that knows the groups of some: parties are alike as far as they write to the same, hear from the same and are addressed together with the same, and a ridge
/// regression on likeness to those known names the group. Contacts of unknown group tell as much as those of known: who else talks with them is what counts.
/// </summary>
/// <remarks>
/// Sources: least-squares classification, Suykens and Vandewalle, "Least Squares Support Vector Machine Classifiers", Neural Processing Letters 9 (1999) 293, <c>doi:10.1023/A:1018628609742</c>; weights, Salton and
/// Buckley (1988), <c>doi:10.1016/0306-4573(88)90021-0</c>, with contacts for words. Its constants were chosen on the chart of Manufacturing and on invented organisations.
/// </remarks>
public static class GroupInference
{
    const double Ridge = 1;

    /// <summary>The likeliest group of each party: its own where known, −1 for a party without contacts. O(known³ + parties · known · groups + Σ over contacts of their degree²).</summary>
    /// <param name="seen">The observation, for who is addressed together.</param>
    /// <param name="ties">Who talks with whom, over the same parties; directed where directions are known.</param>
    /// <param name="known">Group of each party, 0 and up; −1 = unknown.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentException">Not one entry per party.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ImmutableArray<int> Infer(Observation seen, CommunicationGraph ties, IReadOnlyList<int> known, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(ties);
        ArgumentNullException.ThrowIfNull(known);
        if (known.Count != ties.NodeCount || known.Count != seen.PartyCount)
            throw new ArgumentException($"Found {known.Count} groups and {ties.NodeCount} parties with ties; expected one per party, {seen.PartyCount}.", nameof(known));
        int[] taught = [.. Enumerable.Range(0, known.Count).Where(p => known[p] >= 0)];
        if (taught.Length == 0) return [.. known];
        ContactProfiles[] profiles = [Of(ties), Of(GraphBuilder.Reversed(ties)), new([.. AddressedTogether.Of(seen).Select(of => of is null ? [] : of.Select(c => (c.Key, c.Value)).ToArray())])];
        var byContact = Array.ConvertAll(profiles, p => p.ByContact(taught));
        var share = new double[known.Max() + 1];
        foreach (var p in taught) share[known[p]] += 1.0 / taught.Length;
        var likeness = Matrix<double>.Build.DenseOfRows(taught.Select(Likeness));
        var belongs = Matrix<double>.Build.Dense(taught.Length, share.Length, (i, g) => (known[taught[i]] == g ? 1 : 0) - share[g]);
        var told = (likeness + (Ridge * Matrix<double>.Build.DenseIdentity(taught.Length))).Cholesky().Solve(belongs);
        return [.. Enumerable.Range(0, known.Count).Select(p => known[p] >= 0 ? known[p] : profiles.Any(x => x.Has(p)) ? Likeliest(p) : -1)];

        double[] Likeness(int party)
        {
            stop.ThrowIfCancellationRequested();
            var row = new double[taught.Length];
            for (var i = 0; i < profiles.Length; i++) profiles[i].AddLikeness(party, byContact[i], row);
            return row;
        }

        int Likeliest(int party)
        {
            var scores = told.LeftMultiply(Vector<double>.Build.Dense(Likeness(party))) + Vector<double>.Build.Dense(share);
            return scores.MaximumIndex();
        }
    }

    static ContactProfiles Of(CommunicationGraph ties) =>
        new([.. Enumerable.Range(0, ties.NodeCount).Select(p => Enumerable.Range(ties.Offset[p], ties.Degree(p)).Select(e => (ties.Target[e], (double)ties.Messages[e])).ToArray())]);
}
