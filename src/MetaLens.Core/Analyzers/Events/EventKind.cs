namespace MetaLens.Analyzers.Events;

/// <summary>What happened.</summary>
public enum EventKind
{
    /// <summary>The first messages, after at least two weeks of the log without any.</summary>
    Began,
    /// <summary>At least twice as many as before.</summary>
    Grew,
    /// <summary>At most half as many as before.</summary>
    Faded,
    /// <summary>None any more, for at least two weeks.</summary>
    Silent,
    /// <summary>Again, after at least two weeks of none.</summary>
    Resumed,
    /// <summary>A week or less of at least three times as many as before and after.</summary>
    Burst,
    /// <summary>The middle of the active day moved by two hours or more (a journey, a new job, a clock).</summary>
    HoursMoved,
}
