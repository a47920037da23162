using System.Collections.Immutable;
using System.Globalization;
using MetaLens.Analyzers;
using MetaLens.Attacks;
using MetaLens.Exposure.Evaluations;
using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Exposure;

/// <summary>Runs every attack of the catalogue with and without protections, and scores what each leaves.</summary>
public static class AttackDefences
{
    const int MostPartiesSolved = 1_500;
    const double LeftWhenBeaten = 0.1;

    /// <summary>As many of the latest messages are measured where nothing else is asked for: some attacks cost rows · parties, and every one is run half a dozen times.</summary>
    public const int UsualMessages = 10_000;

    /// <summary>Measures one log. The same input and seed give the same figures, whatever the number of threads.</summary>
    /// <param name="log">The truth.</param>
    /// <param name="seed">Seed of the protections, the attacks and the intervals.</param>
    /// <param name="replies">Which message answers which, for the attack on replies; null = not known.</param>
    /// <param name="only">The attacks to run, by id; null = all.</param>
    /// <param name="progress">Told the share done, 0 … 1.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>One for each attack, in the order of <see cref="AttackCatalog"/>.</returns>
    public static ImmutableArray<DefendedAttack> Measure(
        MessageLog log, int seed = 0, ReplyLinks? replies = null, IReadOnlySet<string>? only = null, IProgress<double>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        var truth = new Truth(log, seed, stop);
        var bytes = log.Size.ToArray().Sum(s => (long)Math.Max(0, s));
        var settings = AttackSetting.For(log).ToDictionary(s => s.Attack);
        AttackSetting[] asked = [.. AttackCatalog.All.Select(a => settings[a.Card.Id]).Where(s => only?.Contains(s.Attack) ?? true)];
        var trials = asked.SelectMany(s => s.Defences.Prepend("none"), (s, d) => (Setting: s, Defence: d)).ToArray();
        var scores = new MetricEstimate[trials.Length];
        var done = 0;
        Parallel.For(0, trials.Length, new ParallelOptions { CancellationToken = stop }, t =>
        {
            var (setting, defence) = trials[t];
            // Without links nothing could be scored.
            if (setting.Attack != "replies" || replies is not null) scores[t] = Score(setting, defence);
            progress?.Report((double)Interlocked.Increment(ref done) / trials.Length);
        });
        return [.. asked.Select(Defended)];

        MetricEstimate Score(AttackSetting setting, string defence)
        {
            var lens = LensText.Parse(setting.Protections).With(LensText.Parse(defence).Protections);
            var seen = lens.Observe(log, seed, out var key);
            var attack = AttackCatalog.Find(setting.Attack)!;
            // All senders at once is a matter of parties³.
            Dictionary<string, string> given = new() { ["top"] = "1" };
            if (setting.Attack == "batch" && seen.PartyCount > MostPartiesSolved) given["method"] = "plain";
            // Whoever watches a relay knows how long it holds messages, and looks as far.
            if (setting.Attack == "correlate") given["within"] = string.Create(CultureInfo.InvariantCulture, $"{5 + Math.Ceiling(2 * Cost(defence).MeanDelay.TotalSeconds)}s");
            var table = attack.Run(seen.Restrict(ObservationWindow.Communication), new AnalysisArguments(attack, given, seed), stop);
            return AttackScores.Of(setting.Attack, table, seen, key, truth, seed, replies: replies);
        }

        ProtectionCost Cost(string defence) => LensText.Parse(defence).Protections.Aggregate(ProtectionCost.None, (sum, p) => sum.Plus(p.Cost(log)));

        DefendedAttack Defended(AttackSetting setting)
        {
            var tried = trials.Zip(scores).Where(t => t.First.Setting == setting).ToArray();
            var undefended = tried[0].Second ?? new MetricEstimate("reply_hit_at_1", null, null, null, null, 0);
            var reason = undefended.Value is null ? (setting.Attack == "replies" ? "the log itself does not say which message answers which" : "nobody to attack")
                : undefended.Subjects < Measurement.FewestSubjects ? $"only {undefended.Subjects} of the {Measurement.FewestSubjects} subjects that a number needs"
                : undefended.Low <= undefended.Chance ? "the attack is no better than guessing here" : null;
            return new DefendedAttack(setting.Attack, setting.Protections, undefended, reason is not null ? [] :
            [
                .. tried.Skip(1).Select(t =>
                {
                    var cost = Cost(t.First.Defence);
                    return new Defence(t.First.Defence, t.Second, Outcome(undefended, t.Second), cost, bytes > 0 ? cost.ExtraBytes / bytes : cost.ExtraMessages / log.Count);
                }).OrderByDescending(d => d.Outcome).ThenBy(d => d.AboveChance).ThenBy(d => d.Cost.MeanDelay).ThenBy(d => d.ExtraBytesShare).ThenBy(d => d.Text, StringComparer.Ordinal),
            ], reason);
        }
    }

    // Chance differs from lens to lens, so what is held against each other is the score above it.
    static DefenceOutcome Outcome(MetricEstimate undefended, MetricEstimate defended) =>
        defended.Value is null || defended.Low <= defended.Chance || Defence.Above(defended) <= LeftWhenBeaten * Defence.Above(undefended) ? DefenceOutcome.Beaten
        : Defence.Above(defended with { Value = defended.High }) < Defence.Above(undefended with { Value = undefended.Low }) ? DefenceOutcome.Weaker
        : DefenceOutcome.Holds;
}
