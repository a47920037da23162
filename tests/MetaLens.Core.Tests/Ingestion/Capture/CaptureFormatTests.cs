using System.Buffers.Binary;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Capture;

/// <summary>Captures. Source of the expectations on samples: a reading of the files by an independent script; the flows agree with nDPI's results beside them.</summary>
public class CaptureFormatTests
{
    [Theory]
    [InlineData("instagram", "64 messages, 22 actors, 64 deliveries, 2015-07-12T17:08:18.386Z to 2019-09-18T08:44:25.28Z, 560440 bytes, 0 unknown", 34)]
    // nDPI counts 19 flows, one of them ICMP.
    [InlineData("signal", "39 messages, 10 actors, 39 deliveries, 2019-09-21T07:34:05.838Z to 2019-09-21T07:34:27.197Z, 297506 bytes, 0 unknown", 18)]
    [InlineData("telegram", "245 messages, 28 actors, 245 deliveries, 2020-05-06T15:39:56.451Z to 2020-05-06T15:40:55.298Z, 336825 bytes, 0 unknown", 48)]
    [InlineData("whatsapp_login_chat", "29 messages, 11 actors, 29 deliveries, 2015-05-25T19:32:57.898Z to 2015-05-25T19:33:51.565Z, 27981 bytes, 0 unknown", 9)]
    public void A_capture_of_nDPI_is_read(string name, string expected, int flows)
    {
        var read = Imports.Sample($"pcap/ndpi/pcap/{name}.pcap");
        Assert.Equal("pcap: " + expected, Imports.Summary(read));
        Assert.Equal(flows, read.Log.ConversationNames.Length);
    }

    /// <summary>A UDP packet of IPv4 from 10.0.0.1:1000 to 10.0.0.2:53.</summary>
    static byte[] Udp(int payload, bool back = false)
    {
        var ip = new byte[28 + payload];
        (ip[0], ip[9]) = (0x45, 17);
        BinaryPrimitives.WriteUInt16BigEndian(ip.AsSpan(2), (ushort)ip.Length);
        (ip[12], ip[15], ip[16], ip[19]) = (10, (byte)(back ? 2 : 1), 10, (byte)(back ? 1 : 2));
        BinaryPrimitives.WriteUInt16BigEndian(ip.AsSpan(20), (ushort)(back ? 53 : 1000));
        BinaryPrimitives.WriteUInt16BigEndian(ip.AsSpan(22), (ushort)(back ? 1000 : 53));
        return ip;
    }

    static byte[] Udp6(int payload)
    {
        // A hop-by-hop header of 8 bytes stands before UDP.
        var ip = new byte[40 + 8 + 8 + payload];
        (ip[0], ip[6], ip[8], ip[23], ip[24], ip[39], ip[40]) = (0x60, 0, 0x20, 1, 0x20, 2, 17);
        BinaryPrimitives.WriteUInt16BigEndian(ip.AsSpan(4), (ushort)(ip.Length - 40));
        return ip;
    }

    static byte[] Pcap(int linkType, bool big, bool nano, params ReadOnlySpan<(long Microsecond, byte[] Frame)> packets)
    {
        var file = new MemoryStream();
        void U32(uint value)
        {
            Span<byte> bytes = stackalloc byte[4];
            if (big) BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
            else BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
            file.Write(bytes);
        }
        foreach (var value in (ReadOnlySpan<uint>)[nano ? 0xA1B23C4D : 0xA1B2C3D4, 0x00040002, 0, 0, 65535, (uint)linkType]) U32(value);
        foreach (var (at, frame) in packets)
        {
            U32((uint)(at / 1_000_000));
            U32((uint)(at % 1_000_000 * (nano ? 1000 : 1)));
            U32((uint)frame.Length);
            U32((uint)frame.Length);
            file.Write(frame);
        }
        return file.ToArray();
    }

    const long At = 1_700_000_000_000_000;

    [Theory]
    [InlineData(101, "")]
    [InlineData(12, "")]
    [InlineData(228, "")]
    [InlineData(0, "02000000")]
    [InlineData(1, "0000000000010000000000020800")]
    [InlineData(1, "0000000000010000000000028100000A0800")]
    [InlineData(1, "00000000000100000000000288A8000A8100000B0800")]
    [InlineData(113, "00000001000600000000000000000800")]
    [InlineData(276, "0800000000000001000100060000000000000000")]
    public void Every_link_type_gives_the_same_packet(int linkType, string header)
    {
        byte[] frame = [.. Convert.FromHexString(header), .. Udp(5)];
        var expected = $"2023-11-14T22:13:20Z 10.0.0.1 → 10.0.0.2 (Unspecified, {frame.Length})";
        foreach (var big in (bool[])[false, true])
            foreach (var nano in (bool[])[false, true])
                Assert.Equal([expected], Imports.Lines(Imports.Bytes("c.pcap", Pcap(linkType, big, nano, (At, frame))).Log));
    }

    [Fact]
    public void IPv6_is_read_through_its_extension_headers() =>
        Assert.Equal(["2023-11-14T22:13:20Z 2000::1 → 2000::2 (Unspecified, 59)"], Imports.Lines(Imports.Bytes("c.pcap", Pcap(101, false, false, (At, Udp6(3)))).Log));

    [Fact]
    public void Half_a_second_of_silence_ends_a_burst_and_directions_stay_apart()
    {
        var (log, _) = Imports.Bytes("c.pcap", Pcap(101, false, false,
            (At, Udp(1)), (At + 500_000, Udp(2)), (At + 600_000, Udp(10, back: true)), (At + 1_000_001, Udp(4))));
        Assert.Equal([29 + 30, 38, 32], log.Size.ToArray());
        Assert.Equal([0L, 600, 1000], log.SentAt.ToArray().Select(t => t - (At / 1000)));
        Assert.Equal(["UDP 10.0.0.1:1000 10.0.0.2:53"], log.ConversationNames.ToArray());
    }

    [Fact]
    public void Packets_without_a_payload_are_counted_as_left_out() =>
        Assert.Equal(1, Imports.Bytes("c.pcap", Pcap(101, false, false, (At, Udp(0)), (At, Udp(1)))).Report.Skipped["packets without a payload"]);

    [Fact]
    public void A_capture_cut_short_gives_its_good_part_and_one_rejection()
    {
        var (log, report) = Imports.Bytes("c.pcap", Pcap(101, false, false, (At, Udp(1)), (At, Udp(1)))[..^3]);
        Assert.Equal((1, 29, 1L), (log.Count, log.Size[0], report.Rejected["truncated"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Pcapng_has_interfaces_with_clocks_of_their_own(bool big)
    {
        var file = new MemoryStream();
        void U32(uint value)
        {
            Span<byte> bytes = stackalloc byte[4];
            if (big) BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
            else BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
            file.Write(bytes);
        }
        void U16(ushort value)
        {
            Span<byte> bytes = stackalloc byte[2];
            if (big) BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
            else BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
            file.Write(bytes);
        }
        foreach (var value in (ReadOnlySpan<uint>)[0x0A0D0D0A, 28, 0x1A2B3C4D, big ? 0x00010000u : 1, uint.MaxValue, uint.MaxValue, 28]) U32(value);
        void Interface(byte resolution)
        {
            U32(1); U32(32); U16(101); U16(0); U32(0);
            U16(9); U16(1); file.Write([resolution, 0, 0, 0]); U32(0); U32(32);
        }
        Interface(9);
        Interface(0x80 | 10);
        void Packet(uint of, ulong ticks)
        {
            U32(6); U32(64); U32(of); U32((uint)(ticks >> 32)); U32((uint)ticks); U32(29); U32(29); file.Write([.. Udp(1), 0, 0, 0]); U32(64);
        }
        Packet(0, 1_700_000_000_123_000_000);
        Packet(1, (1_700_000_001UL << 10) | 512);
        var (log, report) = Imports.Bytes("c.pcapng", file.ToArray());
        Assert.Equal([1_700_000_000_123, 1_700_000_001_500], log.SentAt.ToArray());
        Assert.Equal(0, report.RejectedTotal);
    }
}
