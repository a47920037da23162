using System.Buffers.Binary;

namespace MetaLens.Ingestion.Capture;

/// <summary>The newer form: blocks, in sections that each have a byte order, with interfaces that each have a link type and a clock.</summary>
sealed class PcapngStream(Stream stream) : PacketStream(stream)
{
    const uint SectionHeader = 0x0A0D0D0A, InterfaceDescription = 1, OldPacket = 2, EnhancedPacket = 6;
    const uint ByteOrderMark = 0x1A2B3C4D;

    readonly List<(int LinkType, ulong TicksPerSecond, long OffsetSeconds)> _interfaces = [];
    bool _swapped;

    public static bool Looks(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && BinaryPrimitives.ReadUInt32LittleEndian(head) == SectionHeader && BinaryPrimitives.ReadUInt32LittleEndian(head[8..]) is ByteOrderMark or 0x4D3C2B1A;

    public override bool Next(out ReadOnlySpan<byte> packet)
    {
        packet = default;
        while (true)
        {
            Offset = Position;
            if (!Take(8, mayEnd: true, out var header)) return false;
            var type = UInt32(header);
            var length = UInt32(header[4..]);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) == SectionHeader)
            {
                // The byte order stands behind the length that needs it.
                var raw = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
                if (!Take(4, mayEnd: false, out var mark)) return false;
                _swapped = BinaryPrimitives.ReadUInt32LittleEndian(mark) != ByteOrderMark;
                _interfaces.Clear();
                if (!TakeBody((_swapped ? BinaryPrimitives.ReverseEndianness(raw) : raw) - 12, out _)) return false;
                continue;
            }
            if (!TakeBody(length - 8, out var body)) return false;
            if (type == InterfaceDescription) TakeInterface(body);
            else if (type is EnhancedPacket or OldPacket && TryPacket(type, body, out packet)) return true;
        }
    }

    bool TakeBody(uint length, out ReadOnlySpan<byte> body)
    {
        body = default;
        if (length is < 4 or > LongestPacket * 16 || length % 4 != 0) { IsTruncated = true; return false; }
        return Take((int)length, mayEnd: false, out body);
    }

    void TakeInterface(ReadOnlySpan<byte> body)
    {
        if (body.Length < 8) return;
        var (ticks, offset) = (1_000_000UL, 0L);
        for (var options = body[8..^4]; options.Length >= 4;)
        {
            var (code, length) = (UInt16(options), UInt16(options[2..]));
            options = options[4..];
            if (code == 0 || length > options.Length) break;
            if (code == 9 && length >= 1) ticks = TicksOf(options[0]);
            if (code == 14 && length >= 8) offset = _swapped ? BinaryPrimitives.ReadInt64BigEndian(options) : BinaryPrimitives.ReadInt64LittleEndian(options);
            options = options[Math.Min(options.Length, (length + 3) & ~3)..];
        }
        _interfaces.Add((UInt16(body), ticks, offset));
    }

    // 10^-n, or 2^-n with the highest bit set.
    static ulong TicksOf(byte resolution)
    {
        var exponent = resolution & 0x7F;
        if ((resolution & 0x80) != 0) return exponent < 64 ? 1UL << exponent : 1_000_000;
        ulong ticks = 1;
        for (var i = 0; i < Math.Min(exponent, 19); i++) ticks *= 10;
        return ticks;
    }

    bool TryPacket(uint type, ReadOnlySpan<byte> body, out ReadOnlySpan<byte> packet)
    {
        packet = default;
        if (body.Length < 24) return false;
        var of = type == EnhancedPacket ? UInt32(body) : UInt16(body);
        if (of >= _interfaces.Count) return false;
        var (linkType, ticksPerSecond, offset) = _interfaces[(int)of];
        var ticks = ((ulong)UInt32(body[4..]) << 32) | UInt32(body[8..]);
        var captured = UInt32(body[12..]);
        if (captured > body.Length - 24 || UInt32(body[16..]) > int.MaxValue) return false;
        LinkType = linkType;
        OriginalLength = (int)UInt32(body[16..]);
        var microseconds = ((Int128)ticks * 1_000_000 / ticksPerSecond) + ((Int128)offset * 1_000_000);
        Microsecond = microseconds < long.MaxValue && microseconds > 0 ? (long)microseconds : 0;
        packet = body.Slice(20, (int)captured);
        return true;
    }

    uint UInt32(ReadOnlySpan<byte> bytes) => _swapped ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);

    ushort UInt16(ReadOnlySpan<byte> bytes) => _swapped ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}
