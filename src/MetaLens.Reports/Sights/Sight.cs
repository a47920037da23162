namespace MetaLens.Reports.Sights;

/// <summary>Whether an answer stands in what an observer holds, before anything is inferred.</summary>
public enum Sight
{
    /// <summary>Nothing of it is there.</summary>
    Out,

    /// <summary>A part: one end of a message, or its size instead of its kind. The rest is to be inferred.</summary>
    Half,

    /// <summary>It is only to be counted.</summary>
    Plain,
}
