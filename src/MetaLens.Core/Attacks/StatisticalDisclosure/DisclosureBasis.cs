namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>What of an observation gave contacts away. Flags, as one observation may hold rows of several sorts.</summary>
[Flags]
public enum DisclosureBasis
{
    /// <summary>Nothing: no row names a party, or only one party occurs.</summary>
    None = 0,
    /// <summary>Rows that name both ends: counted.</summary>
    VisibleEnds = 1,
    /// <summary>Rows that name the recipient only (sealed sender), or the sender only: who follows whom within a reply's time.</summary>
    Replies = 2,
    /// <summary>Rows in a conversation that lack one end: who else is seen in it.</summary>
    CoMembership = 4,
    /// <summary>Uploads that name the sender and downloads that name the recipient: which follow which, and of what size.</summary>
    Correlation = 8,
}
