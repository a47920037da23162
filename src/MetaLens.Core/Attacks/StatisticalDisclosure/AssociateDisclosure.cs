using System.Collections.Immutable;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>
/// Who is in conversation with one target behind a sealed sender. Whoever writes to the target gets its device's receipt within the epoch [t, t + δ] after the target received;
/// a party scores by <see cref="EpochCounts.LogOdds"/>, in how many of the epochs and in how much of all other time it was seen.
/// </summary>
/// <remarks>
/// Martiny et al., "Improving Signal's Sealed Sender" (NDSS 2021), <c>doi:10.14722/ndss.2021.24180</c>, count +1 per target epoch and −1 per random epoch, one random epoch each. Using all
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

        var counts = new EpochCounts(seen.PartyCount);
        var present = new HashSet<int>();
        var (isTarget, number, next) = (false, long.MinValue, 0);
        for (var i = 0; i < seen.Count; i++)
        {
            if ((i & 0xFFFF) == 0) stop.ThrowIfCancellationRequested();
            var at = seen.SeenAt[i];
            while (next < starts.Count && starts[next] <= at) next++;
            // Other time is cut into stretches of an epoch's length; those in which nothing happens (nights, gaps of the log) say nothing and are not counted.
            var within = next > 0 && at - starts[next - 1] <= length;
            var here = within ? next - 1 : at / length;
            if ((isTarget, number) != (within, here))
            {
                Close();
                (isTarget, number) = (within, here);
            }
            foreach (var party in seen.RecipientsOf(i)) present.Add(party);
        }
        Close();
        return
        [
            .. counts.Parties.Where(p => counts.InTargetEpochs(p) > 0 && p != target.Index)
                .Select(p => new AssociateScore(new PartyId(p), counts.InTargetEpochs(p), counts.LogOdds(p)))
                .OrderByDescending(s => s.Score).ThenBy(s => s.Party.Index),
        ];

        void Close()
        {
            if (isTarget) counts.AddTarget(present);
            else if (number != long.MinValue) counts.AddOther(present);
            present.Clear();
        }
    }

    // A message to the target within an epoch that is open belongs to that epoch.
    static List<long> EpochStarts(Observation seen, int target, long length)
    {
        var starts = new List<long>();
        for (var i = 0; i < seen.Count; i++)
            if (seen.RecipientsOf(i).Contains(target) && (starts.Count == 0 || seen.SeenAt[i] - starts[^1] > length)) starts.Add(seen.SeenAt[i]);
        return starts;
    }
}
