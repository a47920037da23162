namespace MetaLens.Exposure.Evaluations;

/// <summary>A further number beside the main metric.</summary>
/// <param name="Name">Name in snake_case.</param>
/// <param name="Value">The number; NaN where it is not defined.</param>
public readonly record struct NamedValue(string Name, double Value);
