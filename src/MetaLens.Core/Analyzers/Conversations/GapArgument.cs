using MetaLens.Lenses;

namespace MetaLens.Analyzers.Conversations;

/// <summary>The parameter <c>--gap</c>: the silence that ends a conversation.</summary>
static class GapArgument
{
    public static AnalysisParameter Parameter { get; } = new("gap", "1h", "silence that ends a conversation: a duration, or 'estimate' (from the gaps themselves; 1h where that fails)");

    /// <summary>Milliseconds, and a sentence that says where they come from.</summary>
    public static (long Milliseconds, string Note) Read(Observation seen, MessageThreads threads, AnalysisArguments arguments) => Read(seen, () => threads, arguments);

    /// <summary>The same, the threads made only if they are needed.</summary>
    public static (long Milliseconds, string Note) Read(Observation seen, Func<MessageThreads> threads, AnalysisArguments arguments)
    {
        const long Hour = 3_600_000;
        if (arguments.Text(Parameter.Name) != "estimate")
        {
            var given = Math.Max(1, (long)arguments.Duration(Parameter.Name).TotalMilliseconds);
            return (given, $"A silence of {arguments.Text(Parameter.Name)} ends a conversation.");
        }
        return GapMixtureFitter.Fit(SessionFinder.GapSeconds(seen, threads()), arguments.Seed) is { } m
            ? ((long)(m.BoundarySeconds * 1000), FormattableString.Invariant($"Estimated: a silence of {m.BoundarySeconds:0} s ends a conversation (95 %: {m.LowSeconds:0} … {m.HighSeconds:0} s; {m.Gaps} gaps, {m.ShareShort:P0} of them inside, median {m.ShortMedianSeconds:0} s inside and {m.LongMedianSeconds:0} s between)."))
            : (Hour, "Too few gaps to estimate: a silence of 1h ends a conversation.");
    }
}
