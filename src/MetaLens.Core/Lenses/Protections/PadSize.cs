namespace MetaLens.Lenses.Protections;

/// <summary>Pads every message up to the next multiple of a block; an empty one to one block. Costs half a block a message where sizes are spread evenly.</summary>
/// <param name="Block">Block in bytes, 1 … 1,048,576. 1 changes nothing but empty messages.</param>
public sealed record PadSize(int Block) : Padding
{
    /// <summary>Block in bytes, 1 … 1,048,576.</summary>
    public int Block { get; } = Allowed.Number(Block, 1, 1 << 20, "bytes");

    internal override int Padded(int size, MessageKind kind) => (int)Math.Min(int.MaxValue, ((long)Math.Max(size, 1) + Block - 1) / Block * Block);
}
