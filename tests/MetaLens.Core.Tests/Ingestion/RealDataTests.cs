using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion;

/// <summary>The public data sets read as their README says. Source of every number: the data sets' own README.</summary>
public class RealDataTests
{
    [Fact]
    public void CollegeMsg_has_59835_messages_and_20296_directed_pairs()
    {
        var log = Logs.CollegeMsg();
        var graph = GraphBuilder.Directed(Lens.None.Observe(log));
        Assert.Equal((59_835, 1_899, TimeBasis.Utc), (log.Count, log.Actors.Count, log.TimeBasis));
        Assert.Equal(20_296, graph.TieCount);
        Assert.Equal(13_838, GraphBuilder.ToUndirected(graph).TieCount);
        Assert.Equal(12_916, graph.Ties().Count(t => graph.Find(t.B, t.A) >= 0));
        Assert.Equal(1_082_040_961_000, log.SentAt[0]);
    }

    [Fact]
    public void Copenhagen_sms_counts_seconds_from_an_unnamed_start()
    {
        var log = Logs.CopenhagenSms();
        Assert.Equal((24_333, 568, TimeBasis.Relative), (log.Count, log.Actors.Count, log.TimeBasis));
    }

    [Fact]
    public void Manufacturing_mail_is_local_time_with_51_messages_to_oneself()
    {
        var log = Logs.Manufacturing();
        Assert.Equal((82_927, 82_927, 167, TimeBasis.LocalUnknown), (log.Count, log.DeliveryCount, log.Actors.Count, log.TimeBasis));
        var toOneself = Enumerable.Range(0, log.Count).Where(i => log.RecipientsOf(i)[0] == log.Sender[i]).Select(i => log.Sender[i]).ToList();
        Assert.Equal(51, toOneself.Count);
        // The README's 5,784 pairs hold those to oneself; a tie joins two different actors.
        Assert.Equal(5_784, GraphBuilder.Directed(Lens.None.Observe(log)).TieCount + toOneself.Distinct().Count());
    }

    [Fact]
    public void EmailEu_is_read_from_gzip_and_sorted_by_time()
    {
        var log = Logs.EmailEu();
        Assert.Equal((332_334, 986, TimeBasis.Relative), (log.Count, log.Actors.Count, log.TimeBasis));
        Assert.True(log.SentAt.ToArray().SequenceEqual(log.SentAt.ToArray().Order()));
    }
}
