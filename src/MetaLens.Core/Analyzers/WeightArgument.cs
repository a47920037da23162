using MetaLens.Graphs;

namespace MetaLens.Analyzers;

/// <summary>The parameter <c>--weight messages|log|none</c>: what a tie counts.</summary>
public static class WeightArgument
{
    /// <summary>The parameter, for the list of an analysis.</summary>
    public static AnalysisParameter Parameter { get; } = new("weight", "messages", "what a tie counts: messages, log (ln(1 + messages)) or none (each tie 1)");

    /// <summary>The same with logarithms as the default, for analyses that the few strongest ties would mislead.</summary>
    public static AnalysisParameter LogParameter { get; } = Parameter with { Default = "log" };

    /// <summary>The weight given.</summary>
    /// <exception cref="ArgumentException">Not one of the words.</exception>
    public static TieWeight Of(AnalysisArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return arguments.OneOf(Parameter.Name, "messages", "log", "none") switch
        {
            "messages" => TieWeight.Messages,
            "log" => TieWeight.LogMessages,
            _ => TieWeight.Unweighted,
        };
    }
}
