using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Ties;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Attacks.Relationships;

/// <summary>What a tie looks like, as numbers: how much, how long, how even, when, and how embedded. For models that infer what kind of tie it is: friend, partner, colleague.</summary>
public sealed class TieFeatures
{
    readonly PairFeatures _pairs;
    readonly Dictionary<(PartyId, PartyId), TieSummary> _ties;
    readonly Dictionary<PartyId, double> _strongest = [];

    /// <summary>Prepares an observation. O(deliveries + parties²).</summary>
    /// <exception cref="ArgumentException">More than 5,000 parties.</exception>
    public TieFeatures(Observation seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        _pairs = new PairFeatures(seen);
        // Relative times: the days are as long, only their names and hours are unknown.
        _ties = TieTable.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), NightHours.Sleeping).ToDictionary(t => (t.A, t.B));
        foreach (var tie in _ties.Values)
            foreach (var end in (PartyId[])[tie.A, tie.B])
                _strongest[end] = Math.Max(_strongest.GetValueOrDefault(end), tie.Messages);
    }

    /// <summary>The ties, by lower and higher index.</summary>
    public IEnumerable<(PartyId A, PartyId B)> Ties => _ties.Keys.OrderBy(t => t.Item1.Index).ThenBy(t => t.Item2.Index);

    /// <summary>How close a tie looks without any labels: ln(1 + messages) + ln(1 + days) + reciprocity, and its part of either end's messages; 0 without a tie.</summary>
    public double Closeness(PartyId a, PartyId b) => Find(a, b) is { } t
        ? Math.Log(1 + t.Messages) + Math.Log(1 + t.DaysActive) + t.Reciprocity + t.ShareOfA + t.ShareOfB : 0;

    /// <summary>The numbers of an unordered pair, the same either way, without NaN. O(contacts).</summary>
    public double[] Of(PartyId a, PartyId b)
    {
        double[] ab = _pairs.Of(a, b), ba = _pairs.Of(b, a);
        var tie = Find(a, b);
        var spanDays = tie is { } s ? (s.Last - s.First) / 86_400_000.0 : 0;
        return
        [
            .. ab.Zip(ba, Math.Min), .. ab.Zip(ba, Math.Max),
            tie is { } t ? Math.Log(1 + t.DaysActive) : 0, Math.Log(1 + spanDays), tie?.Reciprocity ?? 0, tie?.ShareAtNight ?? 0, tie?.ShareAtWeekend ?? 0,
            Math.Log(1 + ((tie?.Messages ?? 0) / (1.0 + (tie?.DaysActive ?? 0)))),
            (tie?.Messages ?? 0) / Math.Max(1, _strongest.GetValueOrDefault(a)), (tie?.Messages ?? 0) / Math.Max(1, _strongest.GetValueOrDefault(b)),
        ];
    }

    TieSummary? Find(PartyId a, PartyId b) => _ties.TryGetValue(a.Index < b.Index ? (a, b) : (b, a), out var tie) ? tie : null;
}
