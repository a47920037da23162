namespace MetaLens.Analyzers.EgoNetworks;

/// <summary>What a tie of an ego network counts.</summary>
public enum ContactUnit
{
    /// <summary>Distinct half hours of the clock with at least one record.</summary>
    HalfHours,
    /// <summary>Calls.</summary>
    Calls,
    /// <summary>Texts.</summary>
    Texts,
    /// <summary>Seconds of calls.</summary>
    CallSeconds,
}
