namespace MetaLens.Lenses;

/// <summary>
/// One thing that stands between a message and an observer's eye. A closed set of records, one file each under <c>Protections/</c>; each documents its parameters with their
/// range, its cost in delay, bytes and messages, and its source.
/// </summary>
public abstract record Protection
{
    private protected Protection() { }

    /// <summary>Changes what the observer will see. Replaces columns, never writes into one that may be shared with the log.</summary>
    internal abstract void Apply(ObservationDraft draft, Random random);
}
