using MetaLens.Analyzers.Frequency;

namespace MetaLens.Analyzers;

/// <summary>The parameter <c>--direction sent|received|both</c> (or out, in): whose acts count.</summary>
public static class DirectionArgument
{
    /// <summary>The name of the parameter.</summary>
    public const string Name = "direction";

    /// <summary>The parameter with what the directions mean to an analysis.</summary>
    /// <param name="default">sent, received or both.</param>
    /// <param name="meaning">One line.</param>
    public static AnalysisParameter Parameter(string @default, string meaning) => new(Name, @default, $"{meaning}: sent (out), received (in) or both");

    /// <summary>The same for analyses of when somebody acts: by what they sent, unless they are never seen sending.</summary>
    public static AnalysisParameter TimesParameter { get; } = Parameter("sent", "which messages are a party's acts (where it is never seen sending, those received; everybody together: each message once)");

    /// <summary>The direction given.</summary>
    /// <exception cref="ArgumentException">Not one of the words.</exception>
    public static Direction Of(AnalysisArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return arguments.OneOf(Name, "sent", "received", "both", "out", "in") switch
        {
            "sent" or "out" => Direction.Sent,
            "received" or "in" => Direction.Received,
            _ => Direction.Both,
        };
    }
}
