namespace MetaLens;

/// <summary>What the times of a log are measured against; decides which answers about hours and places can be given.</summary>
public enum TimeBasis
{
    /// <summary>True instants: the source named UTC, an epoch, or an offset for every time.</summary>
    Utc,

    /// <summary>Wall-clock times of an unnamed zone, stored as if they were UTC. Hours of the day are right, instants are not.</summary>
    LocalUnknown,

    /// <summary>Seconds from an unnamed start, stored as if the start were the Unix epoch. Only differences mean anything.</summary>
    Relative,
}
