namespace MetaLens.Lenses;

/// <summary>What a cell of the platform table rests on.</summary>
public enum Confidence
{
    /// <summary>S: a source says so.</summary>
    Sourced,
    /// <summary>D: derived from the protocol or the data model.</summary>
    Derived,
    /// <summary>M: from memory; to be verified before it is shown as fact.</summary>
    Memory,
}
