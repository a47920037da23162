using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Analyzers.Introductions;

/// <summary><see cref="IntroductionFinder"/> as a table.</summary>
sealed class IntroductionsAnalysis : IAnalysis
{
    static readonly AnalysisParameter Window = new("window", "1d", "time before a first contact in which both must have written with the third, a duration");

    public AnalysisCard Card { get; } = new(
        "introductions",
        "Who may have brought whom together.",
        "A first message between two parties is consistent with an introduction when both exchanged a message with a third within the window before it; the third whose older last message with the two is the most recent is named. "
        + "First contacts within the window of the log's start are left out, since nothing before it is known.",
        "One row per first contact with a common contact; candidates ≥ 1.",
        "Empty log, hidden ends, messages to oneself: no rows. All at one instant: no rows.",
        "O(deliveries + first contacts · contacts).",
        "Triadic closure in time: Kossinets and Watts, Science 311:88 (2006), doi 10.1126/science.1116869.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Window];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("at", "first message between the two"), new("actor_a", "who wrote it"), new("actor_b", "to whom"), new("via", "the common contact"), new("candidates", "common contacts in the window"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var rows = IntroductionFinder.Of(seen, Math.Max(1, (long)arguments.Duration(Window.Name).TotalMilliseconds))
            .Select(f => (object?[])[Instant.FromUnixTimeMilliseconds(f.At), seen.NameOf(f.A), seen.NameOf(f.B), seen.NameOf(f.Via), f.Candidates]).ToList();
        return new AnalysisTable(rows, ["Consistent with introductions; the order of messages proves none."]);
    }
}
