namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>What stayed the same between two observations of one population.</summary>
public enum LinkingLevel
{
    /// <summary>Only the identifier of the party in question changed: the parties it talks with are known by the same index in both observations.</summary>
    ContactsKnown,
    /// <summary>Every identifier was drawn anew; times are comparable.</summary>
    EverythingRedrawn,
    /// <summary>Every identifier was drawn anew and each observation counts time from an origin of its own.</summary>
    RelativeTimes,
}
