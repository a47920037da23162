using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Slack;

public class SlackFormatTests
{
    // Source: the files, by hand. "first day <@UBOB>" 17 + file 26; "group direct message" 20; "direct message" 14 + file 123.
    // The direct message is Bob's in D001, whose members are Alice and UNOTPEER: the trap is its field user, which names somebody else.
    [Fact]
    public void The_sample_is_read_with_members_as_recipients()
    {
        var read = Imports.Sample("slack/msgvault-slackdump-standard");
        Assert.Equal("slack: 3 messages, 3 actors, 4 deliveries, 2024-01-01T00:00:00Z to 2024-01-05T00:00:00Z, 200 bytes, 0 unknown", Imports.Summary(read));
        Assert.Equal(
        [
            "2024-01-01T00:00:00Z alice → bob (File, 43)",
            "2024-01-04T00:00:00Z alice → bob (Text, 20)",
            "2024-01-05T00:00:00Z bob → alice, UNOTPEER (File, 137)",
        ], Imports.Lines(read.Log));
        Assert.All(read.Log.Traits.ToArray(), t => Assert.Equal(RecipientBasis.Snapshot, t.RecipientBasis));
    }

    const string Users = """[{"id":"U1","name":"ada"},{"id":"U2","name":"bob"},{"id":"U3","name":"ada"}]""";

    [Fact]
    public void Joins_bots_old_uploads_and_escapes_are_told_apart()
    {
        var (log, report) = Imports.Folder(null, ("export/users.json", Users), ("export/channels.json", """[{"id":"C1","name":"general","members":["U1","U2","U3"]}]"""),
            ("export/general/2024-01-01.json", """
            [{"type":"message","subtype":"channel_join","user":"U2","ts":"1704067200.000100","text":"<@U2> has joined"},
             {"type":"message","subtype":"bot_message","bot_id":"B9","ts":"1704067201.000100","text":"a &amp; b"},
             {"type":"message","subtype":"file_share","user":"U3","ts":"1704067202.000100","text":"x","file":{"size":7,"mimetype":"image/png"}},
             {"type":"message","user":"U1","text":"no time"},
             {"type":"message","ts":"1704067203.000100","text":"nobody"}]
            """));
        Assert.Equal(
        [
            "2024-01-01T00:00:00Z bob → ada, ada (U3) (Membership, -1)",
            "2024-01-01T00:00:01Z B9 → ada, bob, ada (U3) (Text, 5)",
            "2024-01-01T00:00:02Z ada (U3) → ada, bob (Photo, 8)",
        ], Imports.Lines(log));
        Assert.Equal((1L, 1L), (report.Rejected["time-empty"], report.Rejected["sender-empty"]));
    }

    [Fact]
    public void A_day_cut_short_gives_its_good_part_and_one_rejection()
    {
        var (log, report) = Imports.Folder(null, ("users.json", Users), ("channels.json", "[]"),
            ("general/2024-01-01.json", """[{"type":"message","user":"U1","ts":"1704067200.000100","text":"x"},{"type":"mess"""));
        Assert.Equal((1, 1L), (log.Count, report.Rejected["truncated"]));
    }
}
