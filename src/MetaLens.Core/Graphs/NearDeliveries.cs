using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MetaLens.Graphs;

/// <summary>
/// The deliveries that have another within δ at both of their parties. Each delivery of a triangle is one, as it shares a party with each of the two others; in quiet logs few are.
/// </summary>
sealed class NearDeliveries(int deliveries)
{
    // One column for senders, one for recipients, as different threads write them.
    readonly bool[] _sent = new bool[Words(deliveries) * Vector128<byte>.Count], _received = new bool[Words(deliveries) * Vector128<byte>.Count];
    readonly ushort[] _both = new ushort[Words(deliveries)];

    static int Words(int deliveries) => (deliveries + Vector128<byte>.Count - 1) / Vector128<byte>.Count;

    /// <summary>Notes a stretch of two or more deliveries of one party, no gap in it longer than δ.</summary>
    public void Add(ReadOnlySpan<EventEntry> stretch)
    {
        foreach (ref readonly var entry in stretch) (entry.Way == 0 ? _sent : _received)[entry.Delivery] = true;
    }

    /// <summary>To be called when all is noted: makes a bit of each delivery, as they are asked for all over memory.</summary>
    public void Complete()
    {
        var sent = MemoryMarshal.Cast<bool, Vector128<byte>>(_sent);
        var received = MemoryMarshal.Cast<bool, Vector128<byte>>(_received);
        for (var word = 0; word < _both.Length; word++) _both[word] = (ushort)Vector128.Equals(sent[word] & received[word], Vector128<byte>.One).ExtractMostSignificantBits();
    }

    /// <summary>Whether a delivery was noted at both of its parties.</summary>
    public bool Has(in EventEntry entry) => (_both[entry.Delivery >> 4] >> (entry.Delivery & 15) & 1) != 0;
}
