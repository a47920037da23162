using MetaLens.Lenses;

namespace MetaLens.Analyzers.Anonymity;

/// <summary>
/// How uncertain somebody who sees a mix's inputs and outputs, but not its inside, stays about whom a message went to: the entropy over recipients, in bits. Serjantov and Danezis (2002), <c>doi:10.1007/3-540-36467-6_4</c>.
/// </summary>
public static class MixEntropy
{
    const double Tracked = 1 - 1e-6;

    /// <summary>A mix that sends on when it holds so many deliveries: for each delivery the entropy over the recipients of its batch. The last batch may be smaller. O(deliveries).</summary>
    /// <param name="seen">The observation; rows without a visible recipient do not count.</param>
    /// <param name="size">Deliveries a batch, 1 and up.</param>
    public static double[] Batch(Observation seen, int size)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        var to = seen.Recipient;
        var entropies = new double[to.Length];
        for (var first = 0; first < to.Length; first += size)
        {
            var batch = to[first..Math.Min(to.Length, first + size)];
            var counts = new Dictionary<int, double>();
            foreach (var recipient in batch) counts[recipient] = counts.GetValueOrDefault(recipient) + (1.0 / batch.Length);
            entropies.AsSpan(first, batch.Length).Fill(Of(counts));
        }
        return entropies;
    }

    /// <summary>
    /// A mix that holds every delivery for an exponential time of its own (Poisson mix): of some deliveries, drawn at random, the entropy over recipients. A delivery among q that the mix holds is the next to leave with
    /// probability 1/q, whichever it is, so of the mass P still inside P/q leaves with every output, as MiXiM tracks it: Ben Guirat, Gosain and Diaz (2021), <c>doi:10.1145/3463676.3485613</c>.
    /// O(deliveries · log deliveries + tracked · outputs until all but a millionth has left).
    /// </summary>
    /// <param name="seen">The observation; rows without a visible recipient do not count.</param>
    /// <param name="meanDelay">Milliseconds, above 0.</param>
    /// <param name="tracked">How many deliveries are drawn, 1 and up; all where there are fewer.</param>
    /// <param name="seed">Seed of delays and draws.</param>
    public static double[] Poisson(Observation seen, double meanDelay, int tracked, int seed)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfLessThan(tracked, 1);
        if (!(meanDelay > 0)) throw new ArgumentOutOfRangeException(nameof(meanDelay), meanDelay, "A delay is above 0.");
        var random = new Random(seed);
        var (enters, leaves) = (new double[seen.DeliveryCount], new double[seen.DeliveryCount]);
        for (int row = 0, d = 0; row < seen.Count; row++)
            foreach (var _ in seen.RecipientsOf(row)) (enters[d], leaves[d++]) = (seen.SeenAt[row], seen.SeenAt[row] - (meanDelay * Math.Log(1 - random.NextDouble())));
        int[] outputs = [.. Enumerable.Range(0, leaves.Length)], drawn = [.. outputs];
        double[] times = [.. leaves];
        Array.Sort(times, outputs);
        random.Shuffle(drawn);
        return [.. drawn.Take(tracked).Select(target => Of(Mass(seen, enters, times, outputs, target)))];
    }

    // Where the mass of one delivery goes: recipient by recipient.
    static Dictionary<int, double> Mass(Observation seen, double[] enters, double[] times, int[] outputs, int target)
    {
        var mass = new Dictionary<int, double>();
        var next = Array.BinarySearch(times, enters[target]);
        if (next < 0) next = ~next;
        // Deliveries enter in order: those inside are the ones that entered less those that left.
        var entered = target + 1;
        var inside = 1.0;
        for (; next < times.Length && inside > 1 - Tracked; next++)
        {
            while (entered < enters.Length && enters[entered] <= times[next]) entered++;
            var leaving = inside / Math.Max(1, entered - next);
            var to = seen.Recipient[outputs[next]];
            mass[to] = mass.GetValueOrDefault(to) + leaving;
            inside -= leaving;
        }
        return mass;
    }

    static double Of(Dictionary<int, double> mass)
    {
        var (sum, entropy) = (mass.Values.Sum(), 0.0);
        foreach (var m in mass.Values)
            if (m > 0) entropy -= m / sum * Math.Log2(m / sum);
        return Math.Max(0, entropy);
    }
}
