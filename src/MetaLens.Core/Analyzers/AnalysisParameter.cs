namespace MetaLens.Analyzers;

/// <summary>A parameter of an analysis: <c>--name value</c> on the command line.</summary>
/// <param name="Name">Name without dashes.</param>
/// <param name="Default">The value when none is given, as it would be typed.</param>
/// <param name="Help">Meaning, unit and range in one line.</param>
public sealed record AnalysisParameter(string Name, string Default, string Help)
{
    /// <summary>Whether it is given without a value: default "no", "yes" when given.</summary>
    public bool IsSwitch => Default == "no";
}
