namespace MetaLens.Analyzers.EgoNetworks;

/// <summary>One record of one person, as the person's own file or export holds it.</summary>
/// <param name="Contact">The other.</param>
/// <param name="At">Wall-clock milliseconds since 1970-01-01.</param>
/// <param name="IsOut">Sent (true) or received (false).</param>
/// <param name="IsCall">A call (true) or a text.</param>
/// <param name="CallSeconds">Length of a call, −1 = unknown or no call.</param>
public readonly record struct PersonalRecord(string Contact, long At, bool IsOut, bool IsCall, int CallSeconds)
{
    /// <summary>Whether the other's record may be of the same act: same sort and length, other direction, less than 30 s apart.</summary>
    public bool IsMirroredBy(PersonalRecord other) =>
        IsCall == other.IsCall && IsOut != other.IsOut && CallSeconds == other.CallSeconds && Math.Abs(At - other.At) < PersonalRecords.ClockDifference;
}
