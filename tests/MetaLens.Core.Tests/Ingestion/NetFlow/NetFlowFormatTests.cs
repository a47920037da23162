using MetaLens.Messages;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.NetFlow;

public class NetFlowFormatTests
{
    // Source: the file, by hand: 1,200 bytes one way, 64,000 the other; the totals after Summary are no flows.
    [Fact]
    public void The_sample_is_read_up_to_its_summary()
    {
        var read = Imports.Sample("netflow/nfdump_o_csv_example.csv");
        Assert.Equal("netflow: 2 messages, 2 actors, 2 deliveries, 2026-09-01T10:00:00Z to 2026-09-01T10:00:00Z, 65200 bytes, 0 unknown", Imports.Summary(read));
        Assert.Equal((TimeBasis.LocalUnknown, "TCP 10.0.2.20:51514 10.0.3.30:1433"), (read.Log.TimeBasis, Assert.Single(read.Log.ConversationNames.ToArray())));
    }

    [Fact]
    public void Both_directions_of_a_bidirectional_record_are_messages_in_the_zone_of_the_caller()
    {
        var csv = "ts,te,td,sa,da,sp,dp,pr,flg,fwd,stos,ipkt,ibyt,opkt,obyt\n2026-09-01 10:00:00.250,x,1,2001:db8::1,10.0.0.2,1,2,UDP,,0,0,1,100,2,70\n2026-09-01 10:00:01,x,1,nonsense,10.0.0.2,1,2,UDP,,0,0,1,100,0,0\n";
        var (log, report) = Imports.Text("f.csv", csv, new() { TimeZone = DateTimeZone.ForOffset(Offset.FromHours(2)) });
        Assert.Equal(["2026-09-01T08:00:00.25Z 2001:db8::1 → 10.0.0.2 (Unspecified, 100)", "2026-09-01T08:00:00.25Z 10.0.0.2 → 2001:db8::1 (Unspecified, 70)"], Imports.Lines(log));
        Assert.Equal(1, report.Rejected["sender-empty"]);
    }

    [Fact]
    public void The_newer_header_is_known_too() =>
        Assert.Equal(["2026-09-01T10:00:00Z 10.0.0.1 → 10.0.0.2 (Unspecified, 100)"],
            Imports.Lines(Imports.Text("f.csv", "firstSeen,duration,proto,srcAddr,srcPort,dstAddr,dstPort,packets,bytes,bps,bpp,flows\n2026-09-01 10:00:00.000,0.1,TCP,10.0.0.1,5,10.0.0.2,6,1,100,8,9,1\n").Log));
}
