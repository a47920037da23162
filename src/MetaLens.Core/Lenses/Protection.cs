using MetaLens.Messages;

namespace MetaLens.Lenses;

/// <summary>
/// One thing that stands between a message and an observer's eye. A closed set of records, one file each under <c>Protections/</c>, listed with key, range, cost and source in
/// <see cref="ProtectionCatalog"/>.
/// </summary>
public abstract record Protection
{
    private protected Protection() { }

    /// <summary>Where on a message's way this acts. A lens applies its protections in this order, and in the order of its list within one station.</summary>
    internal abstract Station Station { get; }

    /// <summary>
    /// What the protection costs the people of a log, as expected or (where nothing is random) exact values. O(n). A protection that only blinds the observer costs nothing.
    /// </summary>
    /// <param name="log">The messages it is to protect.</param>
    public virtual ProtectionCost Cost(MessageLog log) => ProtectionCost.None;

    /// <summary>Changes what the observer will see. Replaces columns, never writes into one that may be shared with the log.</summary>
    internal abstract void Apply(ObservationDraft draft, Random random);
}
