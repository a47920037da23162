using MetaLens.Analyzers.Frequency;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Signatures;

/// <summary>Social signatures of all parties that write enough.</summary>
public static class SignatureTable
{
    // Others a party is compared with: enough for a mean, and the cost stays linear.
    const int Others = 200;

    /// <summary>
    /// The log's span is cut into equal windows; subjects are the parties that send (receive, exchange) at least <paramref name="leastMessages"/> deliveries to others in each. Signature: a party's shares by rank, so that who the contacts are plays no part.
    /// In order of the parties; empty when nobody qualifies. O(deliveries + subjects · windows · contacts · 200). Saramäki et al., PNAS 111:942 (2014), doi 10.1073/pnas.1308540110.
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="windows">2 … 100.</param>
    /// <param name="leastMessages">At least 1.</param>
    /// <param name="seed">Seed of the choice of others, where there are more than 200.</param>
    /// <param name="direction">Which of a party's messages count.</param>
    public static IReadOnlyList<SocialSignature> Of(Observation seen, int windows, int leastMessages, int seed, Direction direction = Direction.Sent)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfNotEqual(windows, Math.Clamp(windows, 2, 100));
        ArgumentOutOfRangeException.ThrowIfLessThan(leastMessages, 1);
        if (seen.Count == 0) return [];
        var counts = CountsOf(seen, windows, direction);
        int[] subjects = [.. Enumerable.Range(0, seen.PartyCount).Where(p => counts[p] is { } own && own.All(w => w.Values.Sum() >= leastMessages))];
        var ranked = subjects.Select(p => counts[p]!.Select(Ranked).ToArray()).ToArray();
        var random = new Random(seed);
        var signatures = new List<SocialSignature>();
        for (var i = 0; i < subjects.Length; i++)
        {
            double self = 0, same = 0;
            for (var w = 1; w < windows; w++)
            {
                self += Distance(ranked[i][w - 1], ranked[i][w]);
                var (before, after) = (counts[subjects[i]]![w - 1].Keys, counts[subjects[i]]![w].Keys);
                var shared = before.Count(after.Contains);
                same += (double)shared / (before.Count + after.Count - shared);
            }
            var whole = counts[subjects[i]]!.SelectMany(w => w).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Sum(c => c.Value));
            signatures.Add(new SocialSignature(new PartyId(subjects[i]), Ranked(whole), self / (windows - 1), Reference(i), 1 - same / (windows - 1)));
        }
        return signatures;

        double Reference(int subject)
        {
            int[] others = subjects.Length - 1 <= Others ? [.. Enumerable.Range(0, subjects.Length).Where(o => o != subject)]
                : [.. Enumerable.Range(0, Others).Select(_ => (subject + 1 + random.Next(subjects.Length - 1)) % subjects.Length)];
            return others.Length == 0 ? double.NaN : others.Average(o => Enumerable.Range(0, windows).Average(w => Distance(ranked[subject][w], ranked[o][w])));
        }
    }

    /// <summary>Jensen–Shannon divergence of two ranked lists of shares in bits: H((P + Q)/2) − H(P)/2 − H(Q)/2, 0 (alike) … 1 (apart). The shorter list is filled with zeros. O(length).</summary>
    public static double Distance(IReadOnlyList<double> p, IReadOnlyList<double> q)
    {
        ArgumentNullException.ThrowIfNull(p);
        ArgumentNullException.ThrowIfNull(q);
        var distance = 0.0;
        for (var r = 0; r < Math.Max(p.Count, q.Count); r++)
        {
            double a = r < p.Count ? p[r] : 0, b = r < q.Count ? q[r] : 0;
            distance += Term((a + b) / 2) - Term(a) / 2 - Term(b) / 2;
        }
        return Math.Clamp(distance, 0, 1);

        static double Term(double x) => x > 0 ? -x * Math.Log2(x) : 0;
    }

    static double[] Ranked(Dictionary<int, int> counts)
    {
        double all = counts.Values.Sum();
        return [.. counts.Values.OrderDescending().Select(n => n / all)];
    }

    // Deliveries with each contact by window, for parties that have one at all.
    static Dictionary<int, int>[]?[] CountsOf(Observation seen, int windows, Direction direction)
    {
        var counts = new Dictionary<int, int>[]?[seen.PartyCount];
        var (start, span) = (seen.SeenAt[0], seen.SeenAt[^1] - seen.SeenAt[0] + 1);
        for (var i = 0; i < seen.Count; i++)
        {
            var s = seen.Sender[i];
            if (s < 0) continue;
            var window = Math.Min(windows - 1, (int)((seen.SeenAt[i] - start) * (double)windows / span));
            foreach (var r in seen.RecipientsOf(i))
            {
                if (r == s) continue;
                if (direction != Direction.Received) Count(s, r, window);
                if (direction != Direction.Sent) Count(r, s, window);
            }
        }
        return counts;

        void Count(int party, int contact, int window)
        {
            var own = counts[party] ??= [.. Enumerable.Range(0, windows).Select(_ => new Dictionary<int, int>())];
            own[window][contact] = own[window].GetValueOrDefault(contact) + 1;
        }
    }
}
