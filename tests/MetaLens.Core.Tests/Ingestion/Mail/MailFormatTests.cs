using System.Text;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Mail;

/// <summary>Mail. Source of the expectations on samples: the files themselves and MimeKit's summaries beside them; sizes counted with wc -c.</summary>
public class MailFormatTests
{
    [Theory]
    // One message each; the size is the file's.
    [InlineData("messages/simple-multipart.eml", "1 messages, 1 actors, 1 deliveries, 2013-11-12T14:12:42Z to 2013-11-12T14:12:42Z, 863 bytes, 0 unknown")]
    [InlineData("messages/simple-embedded-message.eml", "1 messages, 1 actors, 1 deliveries, 2013-11-12T14:12:42Z to 2013-11-12T14:12:42Z, 823 bytes, 0 unknown")]
    [InlineData("messages/disposition-notification.txt", "1 messages, 2 actors, 1 deliveries, 1995-09-20T04:19:00Z to 1995-09-20T04:19:00Z, 1396 bytes, 0 unknown")]
    // To is an empty group; Cc is the sender's own address.
    [InlineData("messages/delivery-status.txt", "1 messages, 1 actors, 1 deliveries, 1996-07-29T09:13:08Z to 1996-07-29T09:13:08Z, 2391 bytes, 0 unknown")]
    // No Date, no Received.
    [InlineData("messages/rfc2060.txt", "0 messages, 0 actors, 0 deliveries, never, 0 bytes, 0 unknown, time-empty 1")]
    [InlineData("partial/rfc2046.eml", "1 messages, 2 actors, 1 deliveries, 1993-03-26T17:59:38Z to 1993-03-26T17:59:38Z, 342 bytes, 0 unknown")]
    // Three and four messages; their separators and the blank lines before them are not theirs: 1,535 − 3 × 8; 7,563 − 4 × 29 − 3.
    [InlineData("mbox/simple.mbox.txt", "3 messages, 1 actors, 3 deliveries, 2002-08-23T06:32:53Z to 2002-08-23T06:32:53Z, 1511 bytes, 0 unknown")]
    [InlineData("mbox/issue1189.mbox.txt", "4 messages, 2 actors, 4 deliveries, 2025-09-26T17:18:40Z to 2025-09-26T17:19:54Z, 7444 bytes, 0 unknown")]
    public void A_sample_of_MimeKit_is_read(string name, string expected) =>
        Assert.Equal("mail: " + expected, Imports.Summary(Imports.Sample($"email/mimekit/{name}")));

    [Fact]
    public void Read_receipts_and_delivery_reports_are_receipts()
    {
        Assert.Equal(MessageKind.Receipt, Imports.Sample("email/mimekit/messages/disposition-notification.txt").Log.Kind[0]);
        Assert.Equal(MessageKind.Receipt, Imports.Sample("email/mimekit/messages/delivery-status.txt").Log.Kind[0]);
        Assert.Equal(MessageKind.Unspecified, Imports.Sample("email/mimekit/messages/simple-multipart.eml").Log.Kind[0]);
    }

    [Theory]
    [InlineData("Ada <ADA@Example.org>", "ada@example.org")]
    [InlineData("\"Lovelace, Ada\" <a@x.org>, b@x.org (Bob, at work)", "a@x.org b@x.org")]
    [InlineData("Friends: a@x.org, Bob <b@x.org>;, c@x.org", "a@x.org b@x.org c@x.org")]
    [InlineData("undisclosed-recipients:;", "")]
    [InlineData("<@relay.org,@other.org:a@x.org>", "a@x.org")]
    [InlineData("\"a b\"@x.org", "\"a b\"@x.org")]
    [InlineData("\"mail@home\" <a@x.org>", "a@x.org")]
    [InlineData("=?utf-8?B?w4RkYQ==?= <a@x.org>", "a@x.org")]
    [InlineData("a@x.org (nested (comment) here), <b@x.org>", "a@x.org b@x.org")]
    [InlineData("a@x.org, A@X.org", "a@x.org")]
    [InlineData("(never closed a@x.org", "")]
    public void Addresses_are_taken_out_of_lists(string to, string expected)
    {
        var (log, _) = Imports.Text("m.eml", $"From: me@x.org\r\nTo: {to}\r\nDate: Fri, 23 Aug 2002 2:32:53 -0400\r\n\r\nhi\r\n");
        Assert.Equal(expected, string.Join(' ', log.RecipientsOf(0).ToArray().Select(r => log.Actors.Names[r])));
        Assert.Equal(expected.Length == 0 ? RecipientBasis.Unknown : RecipientBasis.Exact, log.Traits[0].RecipientBasis);
    }

    [Theory]
    [InlineData("Fri, 23 Aug 2002 2:32:53 -0400", "2002-08-23T06:32:53Z")]
    [InlineData("20 Sep 95 00:19 EST", "1995-09-20T05:19:00Z")]
    [InlineData("Wed, 20 Sep 1995 00:19:00 (EDT) -0400", "1995-09-20T04:19:00Z")]
    [InlineData("Mon, 29 Jul 1996 02:13:08 -0700 (PDT)", "1996-07-29T09:13:08Z")]
    [InlineData("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z")]
    [InlineData("Mon Jan  2 15:04:05 2006", "2006-01-02T15:04:05Z")]
    [InlineData("1 January 2024 12:00:00 +0530", "2024-01-01T06:30:00Z")]
    public void Dates_of_all_ages_are_read(string date, string expected) =>
        Assert.StartsWith(expected, Imports.Lines(Imports.Text("m.eml", $"From: a@x.org\nTo: b@x.org\nDate: {date}\n\n").Log)[0]);

    [Theory]
    [InlineData("soon")]
    [InlineData("Fri, 31 Feb 2002 10:00:00 +0000")]
    [InlineData("Fri, 1 Feb 2002 25:00:00 +0000")]
    [InlineData("Fri, 1 Feb 2002 10:00:00 +9999")]
    public void A_date_that_is_none_is_rejected(string date) =>
        Assert.Equal(1, Imports.Text("m.eml", $"From: a@x.org\nTo: b@x.org\nDate: {date}\n\n").Report.Rejected["time-unreadable"]);

    static string Message(string from, string extra = "") => $"From: {from}\nTo: me@x.org\nDate: Fri, 23 Aug 2002 02:32:53 +0000\n{extra}\n";

    [Fact]
    public void A_From_line_in_a_text_does_not_cut_the_message()
    {
        var mbox = "From - \n" + Message("a@x.org") + "From my point of view\nit is text\n>From quoted\n\nFrom b@x.org Fri Aug 23 02:32:53 2002\n" + Message("b@x.org") + "ho\n";
        var (log, report) = Imports.Text("box", mbox);
        Assert.Equal(2, log.Count);
        Assert.Equal(0, report.RejectedTotal);
        // Header 70 bytes with its blank line, then the three lines of text.
        Assert.Equal(Message("a@x.org").Length + "From my point of view\nit is text\n>From quoted\n".Length, log.Size[0]);
    }

    [Fact]
    public void A_stated_length_protects_a_separator_inside_the_text_only_where_it_is_right()
    {
        var body = "From b@x.org Fri Aug 23 02:32:53 2002\nSubject: quoted mail\n\ntext\n";
        string Box(int length) => "From - \n" + Message("a@x.org", $"Content-Length: {length}\n") + body + "\nFrom - \n" + Message("c@x.org");
        Assert.Equal(2, Imports.Text("box", Box(body.Length)).Log.Count);
        // A wrong length is not believed: the quoted mail counts as one, without a sender.
        var wrong = Imports.Text("box", Box(body.Length - 7));
        Assert.Equal((2, 1L), (wrong.Log.Count, wrong.Report.Rejected["sender-empty"]));
    }

    [Fact]
    public void Gmail_Takeout_gives_threads_the_owner_and_leaves_drafts_out()
    {
        var takeout = "From 1234567890123456789@xxx Mon Jan 02 15:04:05 +0000 2006\n" + Message("a@x.org", "X-GM-THRID: 77\nX-Gmail-Labels: Inbox,Unread\nDelivered-To: Me@x.org\n") + "hi\n\n"
            + "From 1234567890123456790@xxx Mon Jan 02 15:04:06 +0000 2006\n" + Message("me@x.org", "X-GM-THRID: 77\nX-Gmail-Labels: =?UTF-8?Q?Draft?=\n") + "hi\n";
        var (log, report) = Imports.Text("All mail Including Spam and Trash.mbox", takeout);
        Assert.Equal((1, 1L, "77", "me@x.org"), (log.Count, report.Skipped["drafts"], log.ConversationNames[log.Conversation[0]], log.Actors.NameOf(log.Owner!.Value)));
    }

    [Fact]
    public void A_Maildir_is_read_without_what_was_never_delivered_and_copies_count_once()
    {
        var (log, report) = Imports.Folder(null,
            ("Mail/cur/1.host:2,RS", Message("a@x.org", "Message-ID: <1@x>\n") + "hi\n"),
            ("Mail/.Sent/cur/2.host:2,S", Message("a@x.org", "Message-ID: <1@x>\n") + "hi\n"),
            ("Mail/new/3.host", Message("b@x.org", "Message-ID: <2@x>\nReferences: <1@x> <9@x>\n") + "ho\n"),
            ("Mail/tmp/4.host", Message("c@x.org")));
        Assert.Equal((2, 1L), (log.Count, report.Skipped["copies of a message already read"]));
        Assert.Single(log.Conversation.ToArray().Distinct());
    }

    [Fact]
    public void A_blind_copy_reached_the_one_it_was_delivered_to()
    {
        var (log, _) = Imports.Text("m.eml", "Delivered-To: me@x.org\nFrom: a@x.org\nTo: undisclosed-recipients:;\nDate: Fri, 23 Aug 2002 2:32:53 -0400\n\n");
        Assert.Equal(["2002-08-23T06:32:53Z a@x.org → me@x.org (Unspecified, 104)"], Imports.Lines(log));
    }

    [Fact]
    public void A_large_mailbox_is_read_in_little_memory()
    {
        var one = "From - \n" + Message("a@x.org") + string.Concat(Enumerable.Repeat(new string('x', 75) + "\n", 1000)) + "\n";
        var path = Path.GetTempFileName();
        try
        {
            var bytes = Encoding.ASCII.GetBytes(one);
            using (var stream = File.OpenWrite(path))
                for (var i = 0; i < 200; i++) stream.Write(bytes);
            using var source = Source.Open(path, new ArchiveLimits());
            var before = GC.GetAllocatedBytesForCurrentThread();
            var (log, _) = MessageReader.Read([source], new ReadOptions(), stop: TestContext.Current.CancellationToken);
            Assert.Equal(200, log.Count);
            // 15 MB of mail; what is allocated does not grow with the bodies.
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8_000_000);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
