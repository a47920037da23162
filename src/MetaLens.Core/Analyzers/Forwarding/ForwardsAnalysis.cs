using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Analyzers.Forwarding;

/// <summary><see cref="ForwardFinder"/> as a table.</summary>
sealed class ForwardsAnalysis : IAnalysis
{
    static readonly AnalysisParameter Window = new("window", "10m", "longest time between receiving and passing on, a duration");
    static readonly AnalysisParameter Chance = new("chance", "0.05", "largest chance of an equal size that is kept, 0 … 1");

    public AnalysisCard Card { get; } = new(
        "forwards",
        "What may have been passed on, and along which path: equal sizes within minutes.",
        "A sent message is consistent with passing on the latest message of exactly its size that the sender received from somebody else within the window. Chance = 1 − (1 − f)^k, f the share of all other messages of that size, k the "
        + "messages received in the window. Steps count along a path: 2 = passed on what was passed on.",
        "Bytes; seconds; chance 0 … 1; steps from 1.",
        "Empty log, one message, all at one instant, only messages to oneself, sizes or ends hidden: no rows. Padding makes sizes common, chance large and rows few.",
        "O(deliveries · messages received in a window). Memory O(deliveries).",
        "Equal sizes and times as a trace: Bahramali et al., Practical Traffic Analysis Attacks on Secure Messaging Applications, NDSS 2020; the rule is MetaLens' own.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Window, Chance];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("at", "when it was passed on"), new("from", "who sent the earlier one"), new("via", "who passed it on"), new("to", "to whom"), new("bytes", "size of both"), new("delay_seconds", "between the two"),
        new("step", "place on the path, from 1"), new("chance", "of an equal size, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var rows = ForwardFinder.Of(seen, Math.Max(1, (long)arguments.Duration(Window.Name).TotalMilliseconds), arguments.Number(Chance.Name, 0, 1), stop)
            .Select(f => (object?[])[Instant.FromUnixTimeMilliseconds(f.At), seen.NameOf(f.From), seen.NameOf(f.Via), seen.NameOf(f.To), f.Bytes, f.DelaySeconds, f.Step, f.Chance]).ToList();
        return new AnalysisTable(rows, ["Consistent with passing on; equal sizes prove nothing."]);
    }
}
