using System.Buffers.Binary;

namespace MetaLens.Ingestion.Capture;

/// <summary>What one packet tells: its flow and direction, and its bytes.</summary>
/// <param name="Flow">From where to where.</param>
/// <param name="Length">Bytes on the wire, all headers included.</param>
readonly record struct IpPacket(FlowKey Flow, int Length)
{
    const int Tcp = 6, Udp = 17, Sctp = 132;
    const int MostHeaders = 16;

    /// <summary>Reads a captured packet.</summary>
    /// <returns>Null when read, else what it is instead, in the plural.</returns>
    public static string? Read(int linkType, ReadOnlySpan<byte> frame, int length, out IpPacket packet)
    {
        packet = default;
        return Link(linkType, ref frame) is not { } version ? "packets that are not IP" : Network(version, frame, length, out packet);
    }

    // The IP version, with the frame cut to the IP packet; null when it carries something else.
    static int? Link(int linkType, ref ReadOnlySpan<byte> frame)
    {
        var (header, typeAt) = linkType switch { 1 => (14, 12), 113 => (16, 14), 276 => (20, 0), 0 or 108 => (4, -1), 101 or 12 or 14 or 228 or 229 => (0, -1), _ => (-1, -1) };
        if (header < 0 || frame.Length < header + 20) return null;
        var type = typeAt < 0 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(frame[typeAt..]);
        frame = frame[header..];
        while (type is 0x8100 or 0x88A8 or 0x9100 && frame.Length >= 4)
        {
            type = BinaryPrimitives.ReadUInt16BigEndian(frame[2..]);
            frame = frame[4..];
        }
        if (typeAt >= 0 && type is not (0x0800 or 0x86DD)) return null;
        return frame.Length > 0 && frame[0] >> 4 is 4 or 6 ? frame[0] >> 4 : null;
    }

    static string? Network(int version, ReadOnlySpan<byte> ip, int length, out IpPacket packet)
    {
        packet = default;
        int protocol, payload, header;
        UInt128 from, to;
        var isFragment = false;
        if (version == 4)
        {
            header = (ip[0] & 15) * 4;
            if (ip.Length < 20 || header < 20 || ip.Length < header) return "packets cut too short";
            payload = BinaryPrimitives.ReadUInt16BigEndian(ip[2..]) - header;
            // Zero is what a card that splits packets itself leaves there; the wire's length is known.
            if (payload == -header) payload = ip.Length - header;
            isFragment = (BinaryPrimitives.ReadUInt16BigEndian(ip[6..]) & 0x1FFF) != 0;
            protocol = ip[9];
            (from, to) = (0xFFFF_0000_0000 | (UInt128)BinaryPrimitives.ReadUInt32BigEndian(ip[12..]), 0xFFFF_0000_0000 | (UInt128)BinaryPrimitives.ReadUInt32BigEndian(ip[16..]));
        }
        else
        {
            if (ip.Length < 40) return "packets cut too short";
            (header, protocol) = (40, ip[6]);
            payload = BinaryPrimitives.ReadUInt16BigEndian(ip[4..]);
            (from, to) = (BinaryPrimitives.ReadUInt128BigEndian(ip[8..]), BinaryPrimitives.ReadUInt128BigEndian(ip[24..]));
            for (var i = 0; i < MostHeaders && protocol is 0 or 43 or 44 or 51 or 60; i++)
            {
                if (ip.Length < header + 8) return "packets cut too short";
                var extension = protocol switch { 44 => 8, 51 => (ip[header + 1] + 2) * 4, _ => (ip[header + 1] + 1) * 8 };
                isFragment |= protocol == 44 && (BinaryPrimitives.ReadUInt16BigEndian(ip[(header + 2)..]) & 0xFFF8) != 0;
                protocol = ip[header];
                header += extension;
                payload -= extension;
            }
        }
        if (protocol is 1 or 2 or 58) return "control packets (ICMP, IGMP)";
        return Transport(protocol, isFragment, from, to, ip[Math.Min(header, ip.Length)..], payload, length, out packet);
    }

    static string? Transport(int protocol, bool isFragment, UInt128 from, UInt128 to, ReadOnlySpan<byte> segment, int payload, int length, out IpPacket packet)
    {
        packet = default;
        ushort fromPort = 0, toPort = 0;
        if (!isFragment && protocol is Tcp or Udp or Sctp)
        {
            if (segment.Length < (protocol == Tcp ? 13 : 4)) return "packets cut too short";
            fromPort = BinaryPrimitives.ReadUInt16BigEndian(segment);
            toPort = BinaryPrimitives.ReadUInt16BigEndian(segment[2..]);
            payload -= protocol == Tcp ? (segment[12] >> 4) * 4 : protocol == Udp ? 8 : 12;
        }
        if (payload <= 0) return "packets without a payload";
        packet = new IpPacket(new FlowKey(from, to, fromPort, toPort, (byte)protocol), length);
        return null;
    }
}
