using System.Numerics;

namespace MetaLens.Lenses.Protections;

/// <summary>
/// Padmé: pads up so that a size needs no more significant bits than its length has bits of length; at most 12 % more bytes, less for large messages. With E = ⌊log₂ L⌋ and
/// S = ⌊log₂ E⌋ + 1 the lowest E − S bits become zero. Sizes below 2 stay. Source: Nikitin et al., "Reducing metadata leakage from encrypted files and communication with PURBs",
/// PoPETs 2019(4), doi:10.2478/popets-2019-0056.
/// </summary>
public sealed record PadPadme : Padding
{
    internal override int Padded(int size, MessageKind kind)
    {
        if (size < 2) return size;
        var exponent = BitOperations.Log2((uint)size);
        var zeros = exponent - (BitOperations.Log2((uint)exponent) + 1);
        var mask = (1L << zeros) - 1;
        return (int)Math.Min(int.MaxValue, (size + mask) & ~mask);
    }
}
