using System.Numerics;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Delays on a doubling scale: bin 0 is under 1 s, bin k is 2^(k−1) … 2^k s, the last is everything longer.</summary>
static class LagBins
{
    public const int Count = 21;

    public static int Of(long milliseconds) => Math.Min(Count - 1, 64 - BitOperations.LeadingZeroCount((ulong)(milliseconds / 1000)));
}
