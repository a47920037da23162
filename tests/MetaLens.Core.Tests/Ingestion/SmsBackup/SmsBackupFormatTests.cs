using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.SmsBackup;

/// <summary>SMS Backup &amp; Restore. Source of the expectations: the files, counted by hand.</summary>
public class SmsBackupFormatTests
{
    [Theory]
    // "hello from sms" 14; "mms text" 8 + "hello" (aGVsbG8=) 5.
    [InlineData("msgvault/importer_test_1.xml", "2 messages, 2 actors, 2 deliveries, 2024-06-01T04:00:00Z to 2024-06-01T04:01:00Z, 27 bytes, 0 unknown")]
    [InlineData("msgvault/importer_test_2.xml", "1 messages, 2 actors, 1 deliveries, 2024-06-01T05:00:00Z to 2024-06-01T05:00:00Z, 0 bytes, 1 unknown")]
    [InlineData("msgvault/importer_test_3.xml", "1 messages, 2 actors, 1 deliveries, 2024-06-01T04:00:00Z to 2024-06-01T04:00:00Z, 14 bytes, 0 unknown")]
    [InlineData("msgvault/importer_test_4.xml", "1 messages, 2 actors, 1 deliveries, 2024-06-01T04:00:00Z to 2024-06-01T04:00:00Z, 14 bytes, 0 unknown")]
    // "hello" 5, "short code reply" 16.
    [InlineData("msgvault/parser_test_1.xml", "2 messages, 3 actors, 2 deliveries, 2024-06-01T04:00:00.123Z to 2024-06-01T04:01:00Z, 21 bytes, 0 unknown")]
    [InlineData("msgvault/parser_test_3.xml", "1 messages, 2 actors, 1 deliveries, 2024-06-01T05:00:00.123Z to 2024-06-01T05:00:00.123Z, 0 bytes, 1 unknown")]
    // No addresses at all.
    [InlineData("msgvault/parser_test_4.xml", "0 messages, 0 actors, 0 deliveries, never, 0 bytes, 0 unknown, sender-empty 1")]
    // 15 + 33 + 33 + 43 ("multi line message…": an attribute's line breaks read as blanks) + 37.
    [InlineData("imessage-exporter-redux/15550100001.xml", "5 messages, 2 actors, 5 deliveries, 2024-01-15T09:30:00Z to 2024-03-03T12:05:00Z, 161 bytes, 0 unknown")]
    public void A_sample_is_read(string name, string expected) =>
        Assert.Equal("sms-backup: " + expected, Imports.Summary(Imports.Sample($"sms/{name}")));

    [Fact]
    public void A_group_message_needs_the_owner_to_tell_who_received()
    {
        var unknown = Assert.Throws<OwnerUnknownException>(() => Imports.Sample("sms/msgvault/parser_test_2.xml"));
        Assert.Equal(["+15550000002", "+15550000003"], unknown.Candidates);
        var (log, _) = Imports.Sample("sms/msgvault/parser_test_2.xml", new ReadOptions { Me = ["+1 (555) 000-0002"] });
        // "Group subject" 13 + "photo caption" 13 + 5.
        Assert.Equal(["2024-06-01T04:02:00Z +15550000001 → +1 (555) 000-0002, +15550000003 (Photo, 31)"], Imports.Lines(log));
    }

    static string Sms(string attributes) => $"<?xml version='1.0' encoding='UTF-8'?><smses count=\"1\"><sms {attributes} /></smses>";

    [Fact]
    public void Emoji_as_two_halves_of_a_surrogate_pair_are_one_of_four_bytes() =>
        Assert.Equal(4, Imports.Text("sms.xml", Sms("address=\"1\" date=\"1700000000000\" type=\"1\" body=\"&#55357;&#56832;\"")).Log.Size[0]);

    [Fact]
    public void A_control_character_does_not_stop_the_reading() =>
        Assert.Equal(3, Imports.Text("sms.xml", Sms("address=\"1\" date=\"1700000000000\" type=\"1\" body=\"a&#11;b\"")).Log.Size[0]);

    [Theory]
    [InlineData("3", "drafts")]
    [InlineData("5", "messages that were not sent")]
    public void What_was_not_sent_is_no_message(string type, string what) =>
        Assert.Equal(1, Imports.Text("sms.xml", Sms($"address=\"1\" date=\"1700000000000\" type=\"{type}\" body=\"x\"")).Report.Skipped[what]);

    [Fact]
    public void One_number_in_two_writings_is_one_actor()
    {
        var text = "<smses><sms address=\"+49 151-123\" date=\"1700000000000\" type=\"1\" body=\"a\"/><sms address=\"+49151123\" date=\"1700000001000\" type=\"2\" body=\"b\"/></smses>";
        Assert.Equal(["2023-11-14T22:13:20Z +49151123 → Me (Text, 1)", "2023-11-14T22:13:21Z Me → +49151123 (Text, 1)"], Imports.Lines(Imports.Text("sms.xml", text).Log));
    }

    [Fact]
    public void The_number_under_which_the_owner_sent_is_left_out_of_what_came_in()
    {
        var mms = "<mms date=\"DATE\" msg_box=\"BOX\"><parts><part ct=\"text/plain\" text=\"x\"/></parts><addrs>ADDRS</addrs></mms>";
        string Mms(string date, string box, string from, params string[] to) => mms.Replace("DATE", date, StringComparison.Ordinal).Replace("BOX", box, StringComparison.Ordinal)
            .Replace("ADDRS", $"<addr address=\"{from}\" type=\"137\"/>" + string.Concat(to.Select(t => $"<addr address=\"{t}\" type=\"151\"/>")), StringComparison.Ordinal);
        var (log, _) = Imports.Text("sms.xml", $"<smses>{Mms("1700000000000", "1", "2", "1", "3")}{Mms("1700000001000", "2", "1", "2", "3")}</smses>");
        Assert.Equal(["2023-11-14T22:13:20Z 2 → Me, 3 (Text, 1)", "2023-11-14T22:13:21Z Me → 2, 3 (Text, 1)"], Imports.Lines(log));
        Assert.Equal(log.Conversation[0], log.Conversation[1]);
    }

    [Fact]
    public void A_file_cut_short_gives_its_good_part_and_one_rejection()
    {
        var (log, report) = Imports.Text("sms.xml", "<smses count=\"2\"><sms address=\"1\" date=\"1700000000000\" type=\"1\" body=\"a\"/><sms address=\"1\" date=\"17000");
        Assert.Equal((1, 1L), (log.Count, report.Rejected["truncated"]));
    }

    [Fact]
    public void A_document_type_with_entities_is_not_expanded()
    {
        var (log, report) = Imports.Text("sms.xml", "<!DOCTYPE smses [<!ENTITY a \"aaaaaaaaaa\">]><smses><sms address=\"1\" date=\"1700000000000\" type=\"1\" body=\"&a;\"/></smses>");
        Assert.Equal((0, 1L), (log.Count, report.RejectedTotal));
    }
}
