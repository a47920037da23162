namespace MetaLens.Graphs;

/// <summary>What is added up of one tie from one of its ends: 32 bytes, half a line of a processor's cache.</summary>
struct TieSum(int target, long first)
{
    public readonly int Target = target;
    public int Messages;
    public readonly long First = first;
    public long Bytes;
    public long Last;

    /// <summary>Adds a delivery no earlier than those before; an unknown size adds nothing.</summary>
    public void Add(int size, long at)
    {
        Messages++;
        Bytes += Math.Max(0, size);
        Last = at;
    }
}
