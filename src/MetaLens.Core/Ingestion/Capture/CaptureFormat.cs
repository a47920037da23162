using MetaLens.Messages;

namespace MetaLens.Ingestion.Capture;

/// <summary>Network captures, pcap and pcapng: bursts of packets as messages, which is what an observer on the wire can make out.</summary>
public sealed class CaptureFormat : IMessageFormat
{
    /// <inheritdoc/>
    public FormatCard Card { get; } = new("pcap", "Network capture (pcap, pcapng)",
        "tcpdump -w FILE, Wireshark → Capture; the first 128 bytes of each packet are enough (tcpdump -s 128).",
        "A message a burst: packets with a payload of one flow and direction, no more than 0.5 s apart; addresses, time of the first packet, bytes on the wire; the flow as the conversation. IPv4 and IPv6 over Ethernet (VLAN), Linux cooked, loopback, raw.",
        "Which message a burst really was, who is behind an address; packets without a payload (acknowledgements) and control messages (ICMP) are left out.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => PcapStream.Looks(f.Head) || PcapngStream.Looks(f.Head))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        log.TimeBasis = TimeBasis.Utc;
        foreach (var file in files)
        {
            log.BeginSource();
            using var stream = new BufferedStream(file.Open(), 1 << 16);
            using PacketStream packets = PcapngStream.Looks(file.Head) ? new PcapngStream(stream) : PcapStream.Looks(file.Head) ? new PcapStream(stream)
                : throw new MessageFormatException(new Place(file.Name), "another kind of file", "a pcap or pcapng capture", "check the file");
            var bursts = new Bursts(log);
            while (packets.Next(out var packet))
            {
                context.Stop.ThrowIfCancellationRequested();
                if (IpPacket.Read(packets.LinkType, packet, packets.OriginalLength, out var ip) is { } notTaken) context.Report.Skip(notTaken);
                else if (!MessageTime.Holds(packets.Microsecond / 1000)) context.Report.Reject(RejectReasons.TimeOutOfRange, new Place(file.Name, Offset: packets.Offset), "packet", "");
                else bursts.Add(ip, packets.Microsecond);
            }
            bursts.FlushAll();
            if (packets.IsTruncated) context.Report.Reject(RejectReasons.Truncated, new Place(file.Name, Offset: packets.Offset), "packet", "");
        }
    }
}
