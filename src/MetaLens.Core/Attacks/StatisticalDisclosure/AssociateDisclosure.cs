using System.Collections.Immutable;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>
/// Who is in conversation with one target behind a sealed sender. Whoever writes to the target gets its device's receipt within the epoch [t, t + δ] after the target received;
/// a party seen in k of the n epochs, and in a share p of all other time, scores n · KL(k/n ‖ p): the log-likelihood ratio of a rate of its own against its usual one.
/// </summary>
/// <remarks>
/// Martiny et al., "Improving Signal's Sealed Sender" (NDSS 2021), <c>doi:10.14722/ndss.2021.23180</c>, count +1 per target epoch and −1 per random epoch, one random epoch each. Using all
/// other time as background tells popular parties from associates sooner. Cost O(rows + parties).
/// </remarks>
public static class AssociateDisclosure
{
    /// <summary>Ranks the parties seen in the target's epochs, the likeliest first.</summary>
    /// <param name="seen">What the observer has; only the recipients of rows are used.</param>
    /// <param name="target">Whose contacts to find.</param>
    /// <param name="epoch">δ, 1 ms … 1 day; a second suits receipts, minutes suit replies.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>Parties seen in at least one epoch; empty when the target never received.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The target is no party of the observation, or the epoch is out of range.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ImmutableArray<AssociateScore> Rank(Observation seen, PartyId target, Duration epoch, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if ((uint)target.Index >= (uint)seen.PartyCount) throw new ArgumentOutOfRangeException(nameof(target), target.Index, $"A party is 0 … {seen.PartyCount - 1}.");
        var length = (long)epoch.TotalMilliseconds;
        if (length is < 1 or > 86_400_000) throw new ArgumentOutOfRangeException(nameof(epoch), epoch, "An epoch is 1 ms … 1 day.");
        var starts = EpochStarts(seen, target.Index, length);
        if (starts.Count == 0) return [];

        int[] inside = new int[seen.PartyCount], outside = new int[seen.PartyCount], lastEpoch = new int[seen.PartyCount];
        var lastSlot = new long[seen.PartyCount];
        Array.Fill(lastEpoch, -1);
        Array.Fill(lastSlot, long.MinValue);
        var current = -1;
        for (var i = 0; i < seen.Count; i++)
        {
            if ((i & 0xFFFF) == 0) stop.ThrowIfCancellationRequested();
            var at = seen.SeenAt[i];
            while (current + 1 < starts.Count && starts[current + 1] <= at) current++;
            var within = current >= 0 && at - starts[current] <= length;
            foreach (var party in seen.RecipientsOf(i))
            {
                // Once an epoch, and once in each stretch of the same length outside.
                if (within && lastEpoch[party] != current) (lastEpoch[party], inside[party]) = (current, inside[party] + 1);
                else if (!within && lastSlot[party] != at / length) (lastSlot[party], outside[party]) = (at / length, outside[party] + 1);
            }
        }
        var elsewhere = Math.Max(1, BusyStretches(seen, length) - starts.Count);
        return
        [
            .. Enumerable.Range(0, seen.PartyCount)
                .Where(p => inside[p] > 0 && p != target.Index)
                .Select(p => new AssociateScore(new PartyId(p), inside[p], Score(inside[p], starts.Count, (outside[p] + 0.5) / (elsewhere + 1.0))))
                .OrderByDescending(s => s.Score).ThenBy(s => s.Party.Index),
        ];
    }

    // A message to the target within an epoch that is open belongs to that epoch.
    static List<long> EpochStarts(Observation seen, int target, long length)
    {
        var starts = new List<long>();
        for (var i = 0; i < seen.Count; i++)
            if (seen.RecipientsOf(i).Contains(target) && (starts.Count == 0 || seen.SeenAt[i] - starts[^1] > length)) starts.Add(seen.SeenAt[i]);
        return starts;
    }

    // Time in which nothing happens at all (nights, gaps of the log) says nothing about how often a party is seen.
    static long BusyStretches(Observation seen, long length)
    {
        var busy = 0L;
        var last = long.MinValue;
        foreach (var at in seen.SeenAt)
            if (at / length != last) (busy, last) = (busy + 1, at / length);
        return busy;
    }

    static double Score(int hits, int epochs, double usual)
    {
        var share = (double)hits / epochs;
        var p = Math.Min(usual, 1 - 1e-9);
        var ratio = (hits * Math.Log(share / p)) + (hits == epochs ? 0 : (epochs - hits) * Math.Log((1 - share) / (1 - p)));
        return share >= p ? ratio : -ratio;
    }
}
