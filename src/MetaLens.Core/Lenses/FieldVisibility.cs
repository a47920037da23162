namespace MetaLens.Lenses;

/// <summary>How much of a field an observer has.</summary>
public enum FieldVisibility
{
    /// <summary>Y: readable.</summary>
    Readable,
    /// <summary>C: as ciphertext only.</summary>
    Ciphertext,
    /// <summary>T: passes through; by policy it is not kept.</summary>
    Transient,
    /// <summary>I: not given, but can be inferred.</summary>
    Inferable,
    /// <summary>P: in part, or under a condition.</summary>
    Partial,
    /// <summary>N: not available.</summary>
    NotAvailable,
    /// <summary>?: not known.</summary>
    Unknown,
    /// <summary>-: there is no such thing on this platform.</summary>
    NotApplicable,
}
