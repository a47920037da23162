using System.Buffers.Binary;

namespace MetaLens.Ingestion.Capture;

/// <summary>The classic form: a header, then records, in either byte order, in micro- or nanoseconds.</summary>
sealed class PcapStream(Stream stream) : PacketStream(stream)
{
    const uint Micro = 0xA1B2C3D4, Nano = 0xA1B23C4D;

    bool _begun, _swapped;
    int _perMicrosecond = 1;

    public static bool Looks(ReadOnlySpan<byte> head) =>
        head.Length >= 24 && BinaryPrimitives.ReadUInt32LittleEndian(head) is var magic && (magic is Micro or Nano || BinaryPrimitives.ReverseEndianness(magic) is Micro or Nano);

    public override bool Next(out ReadOnlySpan<byte> packet)
    {
        packet = default;
        if (!_begun && !Begin()) return false;
        Offset = Position;
        if (!Take(16, mayEnd: true, out var header)) return false;
        long second = UInt32(header), fraction = UInt32(header[4..]);
        long captured = UInt32(header[8..]), original = UInt32(header[12..]);
        if (captured > LongestPacket || original > int.MaxValue)
        {
            IsTruncated = true;
            return false;
        }
        Microsecond = (second * 1_000_000) + (fraction / _perMicrosecond);
        OriginalLength = (int)original;
        return Take((int)captured, mayEnd: false, out packet);
    }

    bool Begin()
    {
        _begun = true;
        if (!Take(24, mayEnd: false, out var header)) return false;
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(header);
        _swapped = magic is not (Micro or Nano);
        if (UInt32(header) == Nano) _perMicrosecond = 1000;
        // The upper bits say whether packets end in a checksum.
        LinkType = (int)(UInt32(header[20..]) & 0xFFFF);
        return true;
    }

    uint UInt32(ReadOnlySpan<byte> bytes) => _swapped ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
