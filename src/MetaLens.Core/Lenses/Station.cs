namespace MetaLens.Lenses;

/// <summary>The stations of a message between its sender and an observer's notebook, in order.</summary>
enum Station
{
    /// <summary>What is sent at all: cover traffic, one copy for each member of a group.</summary>
    Traffic,
    /// <summary>How long it is held up: delays, batches.</summary>
    Transit,
    /// <summary>What arrival sets off: receipts, which travel as messages did.</summary>
    Receipt,
    /// <summary>How large it is on the wire.</summary>
    Size,
    /// <summary>Which link is watched: one row a message, or one for the way up and one for each way down.</summary>
    Link,
    /// <summary>Which rows the observer has: the last days, a share of the users.</summary>
    Choice,
    /// <summary>How finely it writes the time.</summary>
    Clock,
    /// <summary>Under which names.</summary>
    Identity,
    /// <summary>Which columns it has.</summary>
    Eye,
}
