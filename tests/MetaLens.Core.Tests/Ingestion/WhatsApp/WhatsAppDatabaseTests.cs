using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.WhatsApp;

/// <summary>WhatsApp's database on Android: the sample of shared/exports/whatsapp and traps.</summary>
public class WhatsAppDatabaseTests
{
    // By hand from msgstore_mini.sql: a document whose size the phone does not know, and a sticker of 999 bytes, both to one number.
    [Fact]
    public void The_sample_reads_as_counted_by_hand() =>
        new Expectation("whatsapp/msgvault/msgstore_mini.db", "whatsapp-db", 2, 2, 2, "1970-01-01T00:00:01", "1970-01-01T00:00:02", "-1 999", "me", Kinds: "FF").Check();

    [Fact]
    public void Groups_hidden_ids_reactions_receipts_and_calls()
    {
        var (log, report) = Databases.Read("msgstore.db", """
            CREATE TABLE jid (_id INTEGER PRIMARY KEY, user TEXT, server TEXT, raw_string TEXT);
            CREATE TABLE jid_map (lid_row_id INTEGER, jid_row_id INTEGER);
            CREATE TABLE chat (_id INTEGER PRIMARY KEY, jid_row_id INTEGER, subject TEXT);
            CREATE TABLE message (_id INTEGER PRIMARY KEY, chat_row_id INTEGER, from_me INTEGER, key_id TEXT, sender_jid_row_id INTEGER, timestamp INTEGER, message_type INTEGER, text_data TEXT);
            CREATE TABLE group_participant_user (group_jid_row_id INTEGER, user_jid_row_id INTEGER);
            CREATE TABLE message_add_on (_id INTEGER PRIMARY KEY, chat_row_id INTEGER, from_me INTEGER, sender_jid_row_id INTEGER, parent_message_row_id INTEGER, timestamp INTEGER);
            CREATE TABLE message_add_on_reaction (message_add_on_row_id INTEGER, reaction TEXT);
            CREATE TABLE receipt_user (message_row_id INTEGER, receipt_user_jid_row_id INTEGER, receipt_timestamp INTEGER, read_timestamp INTEGER);
            CREATE TABLE call_log (_id INTEGER PRIMARY KEY, jid_row_id INTEGER, from_me INTEGER, timestamp INTEGER);
            INSERT INTO jid VALUES (1, '11', 's.whatsapp.net', '11@s.whatsapp.net'), (2, '22', 's.whatsapp.net', ''), (3, '999', 'lid', ''), (4, '77-1', 'g.us', ''), (5, 'status', 'broadcast', '');
            INSERT INTO jid_map VALUES (3, 2);
            INSERT INTO chat VALUES (10, 1, NULL), (20, 4, 'Club'), (30, 5, NULL);
            INSERT INTO group_participant_user VALUES (4, 1), (4, 3);
            INSERT INTO message VALUES (1, 10, 1, 'k', NULL, 1000, 0, 'Marmalade'), (2, 10, 0, 'k', NULL, 2000, 0, 'é'), (3, 20, 0, 'k', 3, 3000, 0, 'x'), (4, 20, 1, 'k', NULL, 4000, 15, NULL),
                (5, 10, 0, 'k', NULL, 5000, 7, 'sys'), (6, 30, 0, 'k', 1, 6000, 1, NULL), (7, 20, 0, 'k', NULL, 7000, 0, 'x'), (8, 10, 0, 'k', NULL, 8000, 90, NULL);
            INSERT INTO message_add_on VALUES (1, 10, 0, NULL, 1, 1500);
            INSERT INTO message_add_on_reaction VALUES (1, '❤');
            INSERT INTO receipt_user VALUES (1, 1, 1100, 1200), (4, 3, 4100, 0);
            INSERT INTO call_log VALUES (1, 1, 1, 9000);
            """);
        Assert.Equal(["me > +11: Text 9", "+11 > me: Receipt -1", "+11 > me: Receipt -1", "+11 > me: Reaction 3", "+11 > me: Text 2", "+22 > +11, me: Text 1", "me > +11, +22: Text -1", "+22 > me: Receipt -1",
            "+11 > : Photo -1", "me > +11: Call -1"], Exports.Lines(log));
        Assert.Equal(1, report.RejectedTotal);
        Assert.Equal(1, report.Skipped["system messages"]);
        Assert.Equal(RecipientBasis.Exact, log.Traits[0].RecipientBasis);
        Assert.DoesNotContain("Marmalade", Exports.AllNames(log, report));
    }
}
