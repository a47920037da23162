using MetaLens.Analyzers.Frequency;

namespace MetaLens.Analyzers.Timelines;

/// <summary>One thing a party did or received: 16 bytes, so that following a party's timeline reads memory in one line.</summary>
public readonly record struct TimelineEntry
{
    readonly int _rowAndSide;

    internal TimelineEntry(long seenAt, int row, int alter, bool isSent)
    {
        SeenAt = seenAt;
        Alter = alter;
        _rowAndSide = isSent ? row | int.MinValue : row;
    }

    /// <summary>When the observer saw it, Unix milliseconds.</summary>
    public long SeenAt { get; }

    /// <summary>The other party; −1 = not visible; the party itself for a message to oneself.</summary>
    public int Alter { get; }

    /// <summary>Row of the observation.</summary>
    public int Row => _rowAndSide & int.MaxValue;

    /// <summary>Whether the party sent (true) or received (false).</summary>
    public bool IsSent => _rowAndSide < 0;

    /// <summary>Whether it is one of the acts that a direction counts.</summary>
    public bool Is(Direction direction) => direction switch
    {
        Direction.Sent => IsSent,
        Direction.Received => !IsSent,
        _ => true,
    };
}
