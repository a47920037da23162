using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Attacks.TrafficCorrelation;

/// <summary>
/// Who sends to whom, from nothing but (user, time, size) at a relay: an upload followed by a download of about its size within Δ is a match, shared equally among all downloads that fit. A pair whose
/// matches m among the n uploads exceed the receiver's share p of all downloads scores n · KL(m/n ‖ p), the log-likelihood ratio against coincidence.
/// </summary>
/// <remarks>
/// The event-based detector of Bahramali et al., "Practical Traffic Analysis Attacks on Secure Messaging Applications" (NDSS 2020), <c>doi:10.14722/ndss.2020.24347</c>, for every pair at once instead of one
/// channel; the question of Ilyas et al., "Who Are You Talking to?" (ICNP 2013). Sizes agree within 64 bytes and a sixteenth, which padding and headers need.
/// </remarks>
public static class EventDetector
{
    /// <summary>Scores ordered pairs, sender → (receiver → score); pairs without a match or at chance are left out. O(uploads · downloads within Δ), which are cut at 1,000.</summary>
    /// <param name="seen">The observation; which upload became which download is not used even where rows show it.</param>
    /// <param name="within">Δ, 1 ms … 1 day.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentOutOfRangeException">Δ is out of range.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static IReadOnlyDictionary<PartyId, IReadOnlyDictionary<PartyId, double>> Scores(Observation seen, Duration within, CancellationToken stop)
    {
        const int MostFitting = 1000;
        ArgumentNullException.ThrowIfNull(seen);
        var span = (long)within.TotalMilliseconds;
        if (span is < 1 or > 86_400_000) throw new ArgumentOutOfRangeException(nameof(within), within, "1 ms … 1 day.");
        TrafficEvents up = TrafficEvents.Uploads(seen), down = TrafficEvents.Downloads(seen);
        var matches = new Dictionary<int, Dictionary<int, double>>();
        var uploads = new int[seen.PartyCount];
        var fitting = new List<int>();
        var first = 0;
        for (var u = 0; u < up.Count; u++)
        {
            if ((u & 0xFFF) == 0) stop.ThrowIfCancellationRequested();
            var from = up.Party[u];
            uploads[from]++;
            while (first < down.Count && down.At[first] < up.At[u]) first++;
            fitting.Clear();
            for (var d = first; d < down.Count && down.At[d] - up.At[u] <= span && fitting.Count < MostFitting; d++)
                if (down.Party[d] != from && SizesAgree(up.Size[u], down.Size[d])) fitting.Add(down.Party[d]);
            if (fitting.Count == 0) continue;
            if (!matches.TryGetValue(from, out var of)) matches[from] = of = [];
            foreach (var to in fitting) of[to] = of.GetValueOrDefault(to) + (1.0 / fitting.Count);
        }
        var share = new double[seen.PartyCount];
        foreach (var to in down.Party) share[to] += 1.0 / down.Count;
        return matches.ToDictionary(m => new PartyId(m.Key), m => (IReadOnlyDictionary<PartyId, double>)m.Value
            .Select(to => (To: new PartyId(to.Key), Score: LogRatio(to.Value, uploads[m.Key], share[to.Key])))
            .Where(s => s.Score > 0).ToDictionary(s => s.To, s => s.Score));
    }

    static bool SizesAgree(int a, int b) => a < 0 || b < 0 || Math.Abs(a - b) <= 64 + (Math.Max(a, b) / 16);

    static double LogRatio(double matched, int uploads, double usual)
    {
        double share = matched / uploads, p = Math.Min(usual, 1 - 1e-9);
        if (share <= p) return 0;
        return (matched * Math.Log(share / p)) + (uploads - matched < 1e-9 ? 0 : (uploads - matched) * Math.Log((1 - share) / (1 - p)));
    }
}
