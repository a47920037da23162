using System.Text;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.WhatsApp;

/// <summary>Traps of exported chats.</summary>
public class WhatsAppChatTests
{
    static string[] Times(MessageLog log) => [.. log.SentAt.ToArray().Select(t => DateTimeOffset.FromUnixTimeMilliseconds(t).ToString("yyyy-MM-dd HH:mm:ss"))];

    // 30 December 2023, 5:46:09 in the afternoon, as the exports of many countries write it.
    [Theory]
    [InlineData("[30/12/2023, 17:46:09] Al: x")]
    [InlineData("\u200E[30/12/2023, 5:46:09\u202FPM] Al: x")]
    [InlineData("[30.12.23, 17:46:09] Al: x")]
    [InlineData("[12/30/23, 5:46:09 PM] Al: x")]
    [InlineData("[2023-12-30, 5:46:09 p.m.] Al: x")]
    [InlineData("[30-12-2023 17.46.09] Al: x")]
    [InlineData("[30/12/2023, 5:46:09\u00A0p.\u00A0m.] Al: x")]
    [InlineData("30/12/23, 17:46:09 - Al: x")]
    [InlineData("30/12/2023 17:46:09 - Al: x")]
    [InlineData("12/30/23, 5:46:09\u202FPM - Al: x")]
    [InlineData("2023/12/30, 5:46:09 pm - Al: x")]
    [InlineData("2023-30-12, 17:46:09 - Al: x")]
    [InlineData("30.12.23, 17:46:09 - Al: x")]
    [InlineData("30. 12. 2023, 17:46:09 - Al: x")]
    [InlineData("30.12.16, 17:46:09: Al: x")]
    [InlineData("30-12-23, 5:46:09 a. m. - Al: x")]
    public void Every_form_of_header_reads_as_the_same_time(string line)
    {
        var (log, report) = Exports.ReadFile("WhatsApp Chat with Bo.txt", line + "\n");
        Assert.Equal(["Al > Bo: Text 1"], Exports.Lines(log));
        var year = line.Contains("16,") ? 2016 : 2023;
        Assert.Equal([$"{year}-12-30 {(line.Contains("a. m.") ? "05" : "17")}:46:09"], Times(log));
        Assert.Equal((TimeBasis.LocalUnknown, 0), (log.TimeBasis, report.RejectedTotal));
    }

    [Fact]
    public void A_line_of_text_that_begins_with_a_date_of_another_form_belongs_to_the_message()
    {
        var (log, _) = Exports.ReadFile("WhatsApp Chat with Bo.txt", "[30/12/2023, 17:46:09] Al: see\n31/12/2023, 10:00 - Bo: quoted\n\nend\n[30/12/2023, 17:47:00] Bo: y");
        Assert.Equal(["Al > Bo: Text 39", "Bo > Al: Text 1"], Exports.Lines(log));
    }

    [Fact]
    public void Media_of_an_archive_lend_their_sizes_and_captions_count()
    {
        var text = "\uFEFF[30/12/2023, 17:46:09] Bo: \u200EMessages and calls are end-to-end encrypted. No one outside of this chat can read them.\r\n\u200E[30/12/2023, 17:46:10] Al: \u200E<attached: 00000012-PHOTO-2023.jpg>\r\ncaption\r\n"
            + "[30/12/2023, 17:46:11] Bo: \u200E<Anhang: 00000013-AUDIO-2023.opus>\r\n[30/12/2023, 17:46:12] Bo: \u200Evideo omitted\r\n[30/12/2023, 17:46:13] Al: \u200EMissed voice call\r\n[30/12/2023, 17:46:14] Al: \u200EYou deleted this message.\r\n[30/12/2023, 17:46:15] Al: hello \u200E<This message was edited>\r\n";
        var (log, _) = Exports.ReadZip("WhatsApp Chat - Bo.zip", null, ("_chat.txt", Encoding.UTF8.GetBytes(text)), ("00000012-PHOTO-2023.jpg", new byte[1000]));
        Assert.Equal(["Al > Bo: Photo 1007", "Bo > Al: Voice -1", "Bo > Al: Video -1", "Al > Bo: Call -1", "Al > Bo: Text -1", "Al > Bo: Text 5"], Exports.Lines(log));
        Assert.Equal("Al", log.Actors.NameOf(log.Owner!.Value));
        Assert.Equal(["Bo"], log.ConversationNames.ToArray());
    }

    [Fact]
    public void Android_names_attached_files_and_leaves_media_out_in_any_language()
    {
        var (log, _) = Exports.ReadFile("WhatsApp-Chat mit Bo.txt", "30.12.23, 17:46 - Al: IMG-20231230-WA0001.jpg (Datei angehängt)\n30.12.23, 17:46 - Bo: <Medien ausgeschlossen>\n30.12.23, 17:46 - Bo: <3\n30.12.23, 17:47 - Al: Video call me later :)\n30.12.23, 17:47 - Al:\n");
        Assert.Equal(["Al > Bo: Photo -1", "Bo > Al: File -1", "Bo > Al: Text 2", "Al > Bo: Text 22", "Al > Bo: Text -1"], Exports.Lines(log));
    }

    [Fact]
    public void Joins_and_leaves_are_records_and_name_silent_members()
    {
        var (log, report) = Exports.ReadFile("WhatsApp Chat with Club.txt", """
            30/12/23, 17:46 - Al created group "Club: new"
            30/12/23, 17:46 - Al added Bo, Cy and +1 555
            30/12/23, 17:47 - Bo: hi
            30/12/23, 17:48 - Cy left
            30/12/23, 17:49 - Messages and calls are end-to-end encrypted. Tap to learn more.
            30/12/23, 17:49 - You joined using this group's invite link
            """);
        Assert.Equal(["Al > +1 555, Bo, Cy: Membership -1", "Al > +1 555, Bo, Cy: Membership -1", "Bo > +1 555, Al, Cy: Text 2", "Cy > +1 555, Al, Bo: Membership -1"], Exports.Lines(log));
        Assert.Equal(2, report.Skipped["system lines"]);
    }

    [Fact]
    public void Days_below_13_are_told_by_the_order_that_never_runs_backwards_or_the_caller_is_asked()
    {
        const string Forward = "01/02/23, 10:00 - Al: x\n02/02/23, 10:00 - Bo: x\n03/02/23, 10:00 - Al: x\n01/03/23, 10:00 - Al: x\n";
        Assert.Equal("2023-03-01 10:00:00", Times(Exports.ReadFile("WhatsApp Chat with Bo.txt", Forward).Log)[^1]);
        const string Open = "01/02/23, 10:00 - Al: x\n02/03/23, 10:00 - Bo: x\n";
        Assert.Contains("--date-order", Assert.Throws<MessageFormatException>(() => Exports.ReadFile("WhatsApp Chat with Bo.txt", Open)).Message);
        Assert.Equal("2023-03-02 10:00:00", Times(Exports.ReadFile("Chat de WhatsApp con Bo.txt", Open).Log)[^1]);
        Assert.Equal("2023-02-03 10:00:00", Times(Exports.ReadFile("WhatsApp Chat with Bo.txt", Open, new ReadOptions { DateOrder = DateOrder.MonthDayYear }).Log)[^1]);
    }

    [Fact]
    public void A_day_that_does_not_exist_is_rejected_with_its_place()
    {
        var (log, report) = Exports.ReadFile("WhatsApp Chat with Bo.txt", "30/12/23, 17:46 - Al: x\n31/11/23, 17:46 - Marmalade: Marmalade\nMarmalade\n31/12/23, 17:46 - Bo: x\n");
        Assert.Equal(2, log.Count);
        Assert.Equal(("date-not-of-order", 2L), (report.First[0].Reason.Id, report.First[0].Place.Line));
        Assert.DoesNotContain("Marmalade", Exports.AllNames(log, report));
    }

    [Fact]
    public void The_zone_gives_instants_and_the_hour_that_comes_twice_goes_on()
    {
        var (log, _) = Exports.ReadFile("WhatsApp Chat with Bo.txt", "29/10/23, 02:30 - Al: x\n29/10/23, 02:50 - Bo: x\n29/10/23, 02:10 - Al: x\n29/10/23, 03:10 - Al: x\n",
            new ReadOptions { TimeZone = DateTimeZoneProviders.Tzdb["Europe/Berlin"] });
        Assert.Equal(["2023-10-29 00:30:00", "2023-10-29 00:50:00", "2023-10-29 01:10:00", "2023-10-29 02:10:00"], Times(log));
        Assert.Equal(TimeBasis.Utc, log.TimeBasis);
    }

    [Fact]
    public void Where_only_one_side_spoke_the_owner_must_be_told()
    {
        const string Text = "30/12/23, 17:46 - Bo: x\n";
        Assert.Equal(["Bo"], Assert.Throws<OwnerUnknownException>(() => Exports.ReadFile("WhatsApp Chat with Bo.txt", Text)).Candidates);
        Assert.Equal(["Bo > Al: Text 1"], Exports.Lines(Exports.ReadFile("WhatsApp Chat with Bo.txt", Text, new ReadOptions { Me = ["Al"] }).Log));
        var (log, _) = Exports.ReadFolder(null, ("WhatsApp Chat with Bo.txt", Text), ("WhatsApp Chat with Cy.txt", "30/12/23, 17:47 - Al: x\n30/12/23, 17:48 - Cy: x\n"), ("WhatsApp Chat with Di.txt", "30/12/23, 17:49 - Al: x\n"),
            ("WhatsApp Chat with Ed.txt", "30/12/23, 17:50 - Al: x\n"), ("WhatsApp Chat with Fi.txt", "30/12/23, 17:51 - Al: x\n"));
        Assert.Equal(["Bo > Al: Text 1", "Al > Cy: Text 1", "Cy > Al: Text 1", "Al > Di: Text 1", "Al > Ed: Text 1", "Al > Fi: Text 1"], Exports.Lines(log));
    }

    [Fact]
    public void Overlapping_exports_of_one_chat_count_once()
    {
        var (log, report) = Exports.ReadFolder(null, ("a/WhatsApp Chat with Bo.txt", "30/12/23, 17:46 - Al: x\n30/12/23, 17:46 - Al: x\n30/12/23, 17:47 - Bo: y\n"), ("b/WhatsApp Chat with Bo (1).txt", "30/12/23, 17:46 - Al: x\n30/12/23, 17:47 - Bo: y\n30/12/23, 17:48 - Bo: z\n"));
        Assert.Equal((4, 2), (log.Count, report.DuplicatesRemoved));
    }

    [Fact]
    public void No_word_of_the_content_survives()
    {
        var (log, report) = Exports.ReadFile("WhatsApp Chat with Bo.txt", "Marmalade\n30/12/23, 17:46 - Al: Marmalade: Marmalade\nMarmalade\n30/12/23, 17:47 - Bo: Marmalade.jpg (file attached)\n30/12/23, 17:48 - Al changed the subject to \"Marmalade: x\"\n");
        Assert.DoesNotContain("Marmalade", Exports.AllNames(log, report));
        Assert.Equal(3, log.Count);
    }
}
