using System.Collections.Immutable;
using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Rounds of a mix as its observer sees them: how many messages each sender put in and each recipient took out, and nothing of which became which.</summary>
/// <param name="Sent">Per round, the count of each sender; all rounds of one length.</param>
/// <param name="Received">Per round, the count of each recipient; all rounds of one length.</param>
public sealed record BatchRounds(ImmutableArray<double[]> Sent, ImmutableArray<double[]> Received)
{
    const long MostCells = 100_000_000;

    /// <summary>The rounds of a mix that waits for a number of deliveries; the last may be smaller, and deliveries of one instant are of one round (a mix before this one sent them on together). Only deliveries with both ends count. O(deliveries + rounds · parties).</summary>
    /// <exception cref="ArgumentException">More than 100 million cells.</exception>
    public static BatchRounds Of(Observation seen, int size)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var rounds = ((long)seen.DeliveryCount + size - 1) / size;
        if (rounds * seen.PartyCount > MostCells)
            throw new ArgumentException($"Found {rounds} rounds of {seen.PartyCount} parties; expected at most {MostCells / Math.Max(1, seen.PartyCount)}. Mend: rounds of {(seen.DeliveryCount * (long)seen.PartyCount / MostCells) + 1} or more deliveries.", nameof(size));
        List<double[]> sent = [], received = [];
        var (held, instant) = (size, long.MinValue);
        for (var i = 0; i < seen.Count; i++)
        {
            if (seen.Sender[i] is < 0) continue;
            foreach (var to in seen.RecipientsOf(i))
            {
                if (held >= size && seen.SeenAt[i] != instant)
                {
                    sent.Add(new double[seen.PartyCount]);
                    received.Add(new double[seen.PartyCount]);
                    held = 0;
                }
                (held, instant) = (held + 1, seen.SeenAt[i]);
                sent[^1][seen.Sender[i]]++;
                received[^1][to]++;
            }
        }
        return new BatchRounds([.. sent], [.. received]);
    }
}
