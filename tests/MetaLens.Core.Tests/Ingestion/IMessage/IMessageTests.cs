using MetaLens.Ingestion;
using MetaLens.Ingestion.IMessage;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.IMessage;

/// <summary>Apple's Messages database: the sample of shared/exports/imessage and traps.</summary>
public class IMessageTests
{
    const string Schema = """
        CREATE TABLE handle (ROWID INTEGER PRIMARY KEY, id TEXT, person_centric_id TEXT);
        CREATE TABLE chat (ROWID INTEGER PRIMARY KEY, guid TEXT, style INTEGER, chat_identifier TEXT, display_name TEXT);
        CREATE TABLE chat_message_join (chat_id INTEGER, message_id INTEGER);
        CREATE TABLE chat_handle_join (chat_id INTEGER, handle_id INTEGER);
        CREATE TABLE message (ROWID INTEGER PRIMARY KEY, text TEXT, attributedBody BLOB, handle_id INTEGER, date INTEGER, is_from_me INTEGER, item_type INTEGER DEFAULT 0, associated_message_type INTEGER DEFAULT 0,
            date_read INTEGER DEFAULT 0, date_delivered INTEGER DEFAULT 0, service TEXT DEFAULT 'iMessage', destination_caller_id TEXT);
        INSERT INTO handle VALUES (1, '+1', 'p'), (2, 'bo@x', 'p'), (3, '+3', NULL);
        INSERT INTO chat VALUES (1, 'iMessage;-;+1', 45, '+1', NULL), (2, 'iMessage;+;chat9', 43, 'chat9', 'Club'), (3, 'SMS;-;bo@x', 45, 'bo@x', '');
        INSERT INTO chat_handle_join VALUES (1, 1), (2, 1), (2, 3), (3, 2);

        """;

    // By hand from the tables: 5 messages in one direct chat, 4 in another, 6 in a group of three besides the owner. Dates are ns since 2001. Sizes by wc -c; 28 is the length byte 1c of an
    // attributed body, 524309 a text of 21 and a picture of 524288, 1048603 a text of 27 and a picture of 1048576.
    [Fact]
    public void The_sample_reads_as_counted_by_hand() =>
        new Expectation("imessage/macos-ts/chat.db", "imessage", 15, 4, 27, "2025-05-15T10:00:00", "2025-06-15T10:00:00", "28 19 17 24 25 28 18 524309 25 7 20 15 29 3 1048603", "me").Check();

    // Texts as in EXPECTED_streamtyped.txt; ExtraData was shortened by its authors and claims 157 bytes where 17 are left before the end mark.
    [Theory]
    [InlineData("AttributedBodyTextOnly", 10)]
    [InlineData("AttributedBodyTextOnly2", 6)]
    [InlineData("URL", 34)]
    [InlineData("Blank", -1)]
    [InlineData("ExtraData", 17)]
    public void An_attributed_body_is_measured(string sample, int bytes) =>
        Assert.Equal(bytes, AttributedBody.MeasureText(File.ReadAllBytes(SharedData.Path("exports/imessage/imessage-exporter/streamtyped/" + sample)), out _));

    [Fact]
    public void Lengths_of_two_and_four_bytes_are_little_endian_and_placeholders_do_not_count()
    {
        byte[] head = [.. "streamtyped NSString"u8, 0x01, 0x94, 0x84, 0x01, 0x2B];
        var text = new byte[300];
        Assert.Equal(300, AttributedBody.MeasureText([.. head, 0x81, 0x2C, 0x01, .. text], out _));
        Assert.Equal(300, AttributedBody.MeasureText([.. head, 0x82, 0x2C, 0x01, 0, 0, .. text], out _));
        Assert.Equal(2, AttributedBody.MeasureText([.. head, 8, .. "\uFFFCa\uFFFCb"u8], out var attachments));
        Assert.Equal(2, attachments);
        Assert.Equal(-1, AttributedBody.MeasureText([.. head, 0x82, 0xFF, 0xFF, 0xFF, 0xFF, .. text], out _));
        for (var cut = 0; cut < head.Length + 5; cut++) AttributedBody.MeasureText([.. ((byte[])[.. head, 0x82, 0x2C, 0x01, 0, 0]).AsSpan(0, cut)], out _);
    }

    [Fact]
    public void Tapbacks_receipts_joins_and_people_with_two_handles()
    {
        var (log, report) = Databases.Read("chat.db", Schema + """
            INSERT INTO message (ROWID, text, handle_id, date, is_from_me, date_delivered, date_read, destination_caller_id) VALUES (1, 'caf' || char(233) || char(65532), 1, 700000000000000000, 1, 700000001000000000, 700000002000000000, '+9');
            INSERT INTO message (ROWID, text, handle_id, date, is_from_me, associated_message_type) VALUES (2, 'Loved Marmalade', 1, 700000003000000000, 0, 2000);
            INSERT INTO message (ROWID, text, handle_id, date, is_from_me, service) VALUES (3, 'hello', 2, 700000004000000000, 0, 'SMS');
            INSERT INTO message (ROWID, handle_id, date, is_from_me, item_type) VALUES (4, 3, 700000005000000000, 0, 1);
            INSERT INTO message (ROWID, text, handle_id, date, is_from_me) VALUES (5, 'x', 0, 700000006000000000, 1), (6, 'x', 0, 700000007000000000, 0), (7, 'no chat', 3, 400000000, 0), (8, 'x', 1, 0, 0);
            INSERT INTO chat_message_join VALUES (1, 1), (1, 2), (3, 3), (2, 4), (2, 5), (2, 6), (1, 8);
            """);
        Assert.Equal(["+3 > +9: Text 7", "+9 > +1: Text 5", "+1 > +9: Receipt -1", "+1 > +9: Receipt -1", "+1 > +9: Reaction -1", "+1 > +9: Text 5", "+3 > +1, +9: Membership -1", "+9 > +1, +3: Text 1"], Exports.Lines(log));
        Assert.Equal([("sender-empty", 1), ("time-empty", 1)], report.Rejected.Select(r => (r.Key, r.Value)));
        // 400,000,000 s and 700,000,000 s after 2001-01-01.
        Assert.Equal((1_378_307_200_000, 1_678_307_200_000), (log.SentAt[0], log.SentAt[1]));
        Assert.Contains(report.Notes, n => n.StartsWith("1 of the messages went as SMS", StringComparison.Ordinal));
        Assert.DoesNotContain("Marmalade", Exports.AllNames(log, report));
        Assert.Equal(RecipientBasis.Snapshot, log.Traits[^1].RecipientBasis);
    }

    // macOS 13 and later. By hand: 1 is as it was sent; 2 was edited and keeps its last wording; 3 was edited and has its wordings only in the summary; 4 was taken back, which the
    // database writes as an edit to nothing; 5 says so by its own date; of 6 an attachment is left.
    [Fact]
    public void Messages_that_were_unsent_count_and_lose_their_size()
    {
        var (log, report) = Databases.Read("chat.db", Schema + """
            ALTER TABLE message ADD COLUMN date_edited INTEGER DEFAULT 0;
            ALTER TABLE message ADD COLUMN date_retracted INTEGER DEFAULT 0;
            ALTER TABLE message ADD COLUMN message_summary_info BLOB;
            CREATE TABLE attachment (total_bytes INTEGER, mime_type TEXT);
            CREATE TABLE message_attachment_join (message_id INTEGER, attachment_id INTEGER);
            INSERT INTO attachment VALUES (900, 'image/png');
            INSERT INTO message_attachment_join VALUES (6, 1);
            INSERT INTO message (ROWID, text, handle_id, date, is_from_me, date_edited, date_retracted, message_summary_info, destination_caller_id) VALUES
                (1, 'as sent', 1, 700000001000000000, 1, 0, 0, CAST('bplist00 ams' AS BLOB), '+9'),
                (2, 'edited', 1, 700000002000000000, 1, 700000012000000000, 0, CAST('bplist00 ec streamtyped Marmalade' AS BLOB), '+9'),
                (3, NULL, 1, 700000003000000000, 0, 700000013000000000, 0, CAST('bplist00 ec streamtyped Marmalade' AS BLOB), '+9'),
                (4, NULL, 1, 700000004000000000, 0, 700000014000000000, 0, CAST('bplist00 rp' AS BLOB), '+9'),
                (5, NULL, 1, 700000005000000000, 1, 0, 700000015000000000, NULL, '+9'),
                (6, NULL, 1, 700000006000000000, 1, 700000016000000000, 0, NULL, '+9');
            INSERT INTO chat_message_join VALUES (1, 1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6);
            """);
        Assert.Equal(["+9 > +1: Text 7", "+9 > +1: Text 6", "+1 > +9: Text -1", "+1 > +9: Text -1", "+9 > +1: Text -1", "+9 > +1: Photo 900"], Exports.Lines(log));
        Assert.Contains(report.Notes, n => n.StartsWith("3 of the messages were edited after they were sent", StringComparison.Ordinal));
        Assert.Contains(report.Notes, n => n.StartsWith("2 of the messages were unsent: they count", StringComparison.Ordinal));
        Assert.DoesNotContain("Marmalade", Exports.AllNames(log, report));
    }

    // Older systems have none of these columns.
    [Fact]
    public void A_database_without_columns_for_edits_has_no_notes_about_them()
    {
        var (log, report) = Databases.Read("chat.db", Schema + "INSERT INTO message (ROWID, handle_id, date, is_from_me) VALUES (1, 1, 700000000000000000, 1); INSERT INTO chat_message_join VALUES (1, 1);");
        Assert.Equal(["me > +1: Text -1"], Exports.Lines(log));
        Assert.Empty(report.Notes);
    }

    [Fact]
    public void A_database_inside_an_archive_reads_from_memory()
    {
        var (log, _) = Exports.ReadZip("backup.zip", new ReadOptions { Me = ["Al"] }, ("HomeDomain/Library/SMS/sms.db",
            Databases.Make("PRAGMA journal_mode=WAL;" + Schema + "INSERT INTO message (ROWID, text, handle_id, date, is_from_me) VALUES (1, 'x', 1, 700000000000000000, 1); INSERT INTO chat_message_join VALUES (1, 1);")));
        Assert.Equal(["Al > +1: Text 1"], Exports.Lines(log));
    }

    [Fact]
    public void A_broken_database_is_an_error_with_a_mend()
    {
        using var source = Source.Of("chat.db", new MemoryStream([.. "SQLite format 3\0"u8, .. new byte[4000]]));
        Assert.Contains("Mend:", Assert.Throws<MessageFormatException>(() => MessageReader.Read([source], new ReadOptions(), stop: TestContext.Current.CancellationToken)).Message);
    }
}
