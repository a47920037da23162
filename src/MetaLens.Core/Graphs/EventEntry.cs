namespace MetaLens.Graphs;

/// <summary>A delivery as one of its two parties has it.</summary>
/// <param name="At">When it was seen, Unix milliseconds.</param>
/// <param name="Delivery">Its number: rises with time, settles the order at one instant.</param>
/// <param name="AlterAndWay">Twice the other party, plus 1 when the delivery comes from it: one number, so that an entry is a quarter of a cache line.</param>
readonly record struct EventEntry(long At, int Delivery, int AlterAndWay)
{
    public int Alter => AlterAndWay >> 1;

    /// <summary>0 = sent, 1 = received.</summary>
    public int Way => AlterAndWay & 1;
}
