namespace MetaLens.Analyzers.Frequency;

/// <summary>Whose acts count as a party's events.</summary>
public enum Direction
{
    /// <summary>What the party sent: its own behaviour.</summary>
    Sent,
    /// <summary>What reached the party.</summary>
    Received,
    /// <summary>Both.</summary>
    Both,
}
