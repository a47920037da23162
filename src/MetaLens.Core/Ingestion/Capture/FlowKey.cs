using System.Buffers.Binary;
using System.Net;

namespace MetaLens.Ingestion.Capture;

/// <summary>One direction of a flow.</summary>
/// <param name="From">Source address; IPv4 mapped into IPv6.</param>
/// <param name="To">Destination address.</param>
/// <param name="FromPort">Source port; 0 for none.</param>
/// <param name="ToPort">Destination port; 0 for none.</param>
/// <param name="Protocol">IP protocol number.</param>
readonly record struct FlowKey(UInt128 From, UInt128 To, ushort FromPort, ushort ToPort, byte Protocol)
{
    /// <summary>The name of the flow, the same for both directions.</summary>
    public string Name
    {
        get
        {
            var (a, b) = ((From, FromPort), (To, ToPort));
            if (a.CompareTo(b) > 0) (a, b) = (b, a);
            var protocol = Protocol switch { 6 => "TCP", 17 => "UDP", 132 => "SCTP", _ => $"IP {Protocol}" };
            return $"{protocol} {AddressOf(a.Item1)}:{a.Item2} {AddressOf(b.Item1)}:{b.Item2}";
        }
    }

    /// <summary>An address in its usual writing.</summary>
    public static string AddressOf(UInt128 address)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, address);
        return (address >> 32 == 0xFFFF ? new IPAddress(bytes[12..]) : new IPAddress(bytes)).ToString();
    }
}
