using NodaTime;

namespace MetaLens.Lenses;

/// <summary>What a protection costs the people of one log. Negative = it saves.</summary>
/// <param name="MeanDelay">By how much a message arrives later, mean over messages.</param>
/// <param name="ExtraBytes">Bytes sent beyond those of the log, all messages together; messages of unknown size count nothing.</param>
/// <param name="ExtraMessages">Messages sent beyond those of the log.</param>
public sealed record ProtectionCost(Duration MeanDelay, double ExtraBytes, double ExtraMessages)
{
    /// <summary>Costs nothing.</summary>
    public static ProtectionCost None { get; } = new(Duration.Zero, 0, 0);

    /// <summary>Both together, as if neither touched the other: padding of cover traffic, for one, is not counted.</summary>
    public ProtectionCost Plus(ProtectionCost other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(MeanDelay + other.MeanDelay, ExtraBytes + other.ExtraBytes, ExtraMessages + other.ExtraMessages);
    }
}
