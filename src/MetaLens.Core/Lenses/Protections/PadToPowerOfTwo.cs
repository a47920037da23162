using System.Numerics;

namespace MetaLens.Lenses.Protections;

/// <summary>Pads every message up to the next power of two: an observer learns log log of the size, at up to twice the bytes.</summary>
public sealed record PadToPowerOfTwo : Padding
{
    internal override int Padded(int size, MessageKind kind) => (int)Math.Min(int.MaxValue, (long)BitOperations.RoundUpToPowerOf2((uint)Math.Max(size, 1)));
}
