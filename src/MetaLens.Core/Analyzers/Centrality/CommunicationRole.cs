namespace MetaLens.Analyzers.Centrality;

/// <summary>The part somebody plays in who tells whom what.</summary>
public enum CommunicationRole
{
    /// <summary>None of the others.</summary>
    Member,
    /// <summary>Writes to many, few of whom write back.</summary>
    Broadcaster,
    /// <summary>Stands between circles that know little of each other.</summary>
    Broker,
    /// <summary>Hears much and hardly ever writes.</summary>
    Lurker,
}
