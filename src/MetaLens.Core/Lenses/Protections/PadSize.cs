namespace MetaLens.Lenses.Protections;

/// <summary>Pads every message up to the next multiple of a block, so that sizes within a block look alike. Costs half a block a message on average.</summary>
/// <param name="Block">Block in bytes, 1 … 1,048,576. 1 changes nothing.</param>
public sealed record PadSize(int Block) : Protection
{
    /// <summary>Block in bytes, 1 … 1,048,576.</summary>
    public int Block { get; } = Block is >= 1 and <= 1 << 20 ? Block : throw new ArgumentOutOfRangeException(nameof(Block), Block, "A block is 1 … 1,048,576 bytes.");

    internal override void Apply(ObservationDraft draft, Random random)
    {
        if (Block == 1) return;
        draft.Columns = draft.Columns with { Size = Array.ConvertAll(draft.Columns.Size, Padded) };
    }

    int Padded(int size) => size < 0 ? size : (int)Math.Min(int.MaxValue, ((long)Math.Max(size, 1) + Block - 1) / Block * Block);
}
