using MathNet.Numerics;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>
/// In how many of a target's epochs, and in how many epochs of other time, each party was seen to receive, and two scores made of that. Each party counts once an epoch.
/// </summary>
public sealed class EpochCounts
{
    // What is known of a party before it is seen: its usual rate is the mean of all, as firmly as after 50 epochs; an associate is seen in most of the target's epochs, Beta(4, 1).
    const double PriorEpochs = 50, AssociateSeen = 4, AssociateMissed = 1;
    readonly Dictionary<int, (int Target, int Other)> _of = [];

    // Most parties share a few pairs of counts.
    readonly Dictionary<(int Target, int Other), double> _logOdds = [];
    readonly int _parties;
    long _sightings;

    /// <summary>No epochs yet.</summary>
    /// <param name="parties">How many parties there are, 1 and up.</param>
    /// <exception cref="ArgumentOutOfRangeException">No parties.</exception>
    public EpochCounts(int parties)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parties, 1);
        _parties = parties;
    }

    /// <summary>Epochs that began with a message to the target.</summary>
    public int TargetEpochs { get; private set; }

    /// <summary>Epochs of other time.</summary>
    public int OtherEpochs { get; private set; }

    /// <summary>Parties seen in at least one epoch, in no order.</summary>
    public IReadOnlyCollection<int> Parties => _of.Keys;

    /// <summary>In how many of the target's epochs a party was seen.</summary>
    public int InTargetEpochs(int party) => _of.GetValueOrDefault(party).Target;

    /// <summary>Adds one of the target's epochs. O(parties in it).</summary>
    /// <param name="seen">Who received in it, each once.</param>
    public void AddTarget(IEnumerable<int> seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        TargetEpochs++;
        _logOdds.Clear();
        foreach (var party in seen) Add(party, 1, 0);
    }

    /// <summary>Adds an epoch of other time. O(parties in it).</summary>
    /// <param name="seen">Who received in it, each once.</param>
    public void AddOther(IEnumerable<int> seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        OtherEpochs++;
        _logOdds.Clear();
        foreach (var party in seen) Add(party, 0, 1);
    }

    /// <summary>The published count: target epochs with the party less other epochs with it, the latter scaled to <paramref name="weight"/> each.</summary>
    public double Counted(int party, double weight = 1)
    {
        var (target, other) = _of.GetValueOrDefault(party);
        return target - (weight * other);
    }

    /// <summary>
    /// Logarithm of the odds, nats, of "seen in the target's epochs at a rate of its own, likely a high one" against "at its usual rate everywhere", the usual rate being a Beta with the mean of all parties. Beta-binomial both: each
    /// party's own rate is integrated over, so that one seen nowhere else is not taken to be impossible by chance. Above 0 speaks for an associate. O(1).
    /// </summary>
    public double LogOdds(int party)
    {
        var seen = _of.GetValueOrDefault(party);
        if (!_logOdds.TryGetValue(seen, out var odds)) _logOdds[seen] = odds = LogOddsOf(seen.Target, seen.Other);
        return odds;
    }

    /// <summary>1 + the number of other parties that score no less: ties count against the attacker. O(parties seen).</summary>
    /// <param name="party">Whose place.</param>
    /// <param name="score">A score of this object.</param>
    public int RankOf(int party, Func<int, double> score)
    {
        ArgumentNullException.ThrowIfNull(score);
        var own = score(party) - 1e-9;
        return 1 + _of.Keys.Count(p => p != party && score(p) >= own);
    }

    double LogOddsOf(int k, int m)
    {
        int n = TargetEpochs, others = OtherEpochs;
        if (n == 0) return 0;
        var mean = Math.Clamp((double)_sightings / ((double)_parties * (n + others)), 1e-9, 0.5);
        double usual = PriorEpochs * mean, usualNot = PriorEpochs * (1 - mean);
        return LogBeta(k + AssociateSeen, n - k + AssociateMissed) - LogBeta(AssociateSeen, AssociateMissed)
            + LogBeta(m + usual, others - m + usualNot) - LogBeta(k + m + usual, n + others - k - m + usualNot);
    }

    static double LogBeta(double a, double b) => SpecialFunctions.GammaLn(a) + SpecialFunctions.GammaLn(b) - SpecialFunctions.GammaLn(a + b);

    void Add(int party, int target, int other)
    {
        var (t, o) = _of.GetValueOrDefault(party);
        _of[party] = (t + target, o + other);
        _sightings++;
    }
}
