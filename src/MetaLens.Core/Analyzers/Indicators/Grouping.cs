namespace MetaLens.Analyzers.Indicators;

/// <summary>The stretches of time into which an actor's records are cut before indicators are computed; values are then summarised over them.</summary>
public enum Grouping
{
    /// <summary>No cut: one value for the whole time.</summary>
    None,
    /// <summary>Local calendar days.</summary>
    Day,
    /// <summary>ISO weeks, Monday to Sunday.</summary>
    Week,
    /// <summary>Calendar months.</summary>
    Month,
    /// <summary>Calendar years.</summary>
    Year,
}
