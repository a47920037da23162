namespace MetaLens.Lenses.Protections;

/// <summary>What holds messages up on their way.</summary>
interface ITransit
{
    /// <summary>When messages that set out at these times (in any order) come out; a new array.</summary>
    long[] Move(long[] times, Random random);
}
