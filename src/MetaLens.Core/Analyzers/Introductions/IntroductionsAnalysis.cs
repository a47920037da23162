using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Analyzers.Introductions;

/// <summary><see cref="IntroductionFinder"/> as a table.</summary>
sealed class IntroductionsAnalysis : IAnalysis
{
    static readonly AnalysisParameter Window = new("window", "1d", "time before a first contact in which both must have written with the third, a duration");

    public AnalysisCard Card { get; } = new(
        "introductions",
        "Who may have brought whom together, and how often chance would.",
        "A first message between two parties is consistent with an introduction when both exchanged a message with a third within the window before it; the third whose older last message with the two is the most recent is named. "
        + "First contacts within the window of the log's start are left out, since nothing before it is known. expected, p_value: as many common contacts by chance if everybody kept the number k of their contacts in the window and these were drawn "
        + "at random (configuration model: Poisson, mean k_a k_b Σ k(k − 1)/(Σ k)², the numerator over the others), so that busy people count for what they are; p_bh corrected over all first contacts, those without a common contact "
        + "included (Benjamini–Hochberg). Circles and bursts are not in the null: a small value says that the two moved in one circle, and no more.",
        "One row per first contact with a common contact; candidates ≥ 1; expected at least 0; p-values 0 … 1.",
        "Empty log, one message, hidden ends, only messages to oneself: no rows. All at one instant: no rows.",
        "O(deliveries + first contacts · contacts). Memory O(ties + deliveries in a window).",
        "Triadic closure in time: Kossinets and Watts, Science 311:88 (2006), doi 10.1126/science.1116869; null: Newman, SIAM Review 45 (2003) 167, doi 10.1137/S003614450342480; Benjamini, Hochberg, J. R. Stat. Soc. B 57 (1995) 289, "
        + "doi 10.1111/j.2517-6161.1995.tb02031.x.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Window];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("at", "first message between the two"), new("actor_a", "who wrote it"), new("actor_b", "to whom"), new("via", "the common contact"), new("candidates", "common contacts in the window"),
        new("expected", "common contacts by chance, at least 0"), new("p_value", "so many by chance, 0 … 1"), new("p_bh", "the same corrected, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var first = IntroductionFinder.Of(seen, Math.Max(1, (long)arguments.Duration(Window.Name).TotalMilliseconds));
        var rows = first.Introductions
            .Select(f => (object?[])[Instant.FromUnixTimeMilliseconds(f.At), seen.NameOf(f.A), seen.NameOf(f.B), seen.NameOf(f.Via), f.Candidates, f.Expected, f.PValue, f.Corrected]).ToList();
        return new AnalysisTable(rows,
        [
            FormattableString.Invariant($"{rows.Count} of {first.Count} first contacts have a common contact, {first.ByChance:0.#} by chance."),
            "Consistent with introductions; the order of messages proves none.",
        ]);
    }
}
