namespace MetaLens.Analyzers.Unicity;

/// <summary>What an outsider might know of somebody.</summary>
public enum PointKind
{
    /// <summary>An hour in which the party sent or received.</summary>
    Hour,
    /// <summary>A local day in which the party sent or received: hours rounded away.</summary>
    Day,
    /// <summary>A party it exchanged a message with.</summary>
    Contact,
    /// <summary>An hour together with whether the party sent or received in it.</summary>
    HourAndDirection,
    /// <summary>A party together with a day on which it exchanged a message with it.</summary>
    ContactAndDay,
}
