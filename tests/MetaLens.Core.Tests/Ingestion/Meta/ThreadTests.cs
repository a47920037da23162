using System.Text;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Meta;

/// <summary>Traps of the shape that Instagram and Messenger share.</summary>
public class ThreadTests
{
    const string Inbox = "your_instagram_activity/messages/inbox/";

    static string Thread(string messages, params string[] participants) =>
        $$"""{"participants":[{{string.Join(',', participants.Select(p => $$"""{"name":"{{p}}"}"""))}}],"messages":[{{messages}}],"title":"x"}""";

    [Fact]
    public void Text_is_measured_after_repair_and_clean_text_stays_as_it_is()
    {
        // "café" as Latin-1 of UTF-8 (5 bytes), as clean text (5 bytes), and "€" that Latin-1 does not have (3 bytes).
        var (log, _) = Exports.ReadFile(Inbox + "a_1/message_1.json", Thread(
            """{"sender_name":"Ren\u00c3\u00a9","timestamp_ms":3000,"content":"\u20ac"},{"sender_name":"Bo","timestamp_ms":2000,"content":"caf\u00e9"},{"sender_name":"Bo","timestamp_ms":1000,"content":"caf\u00c3\u00a9"}""",
            "Ren\\u00c3\\u00a9", "Bo"));
        Assert.Equal(["Bo > René: Text 5", "Bo > René: Text 5", "René > Bo: Text 3"], Exports.Lines(log));
    }

    [Fact]
    public void The_owner_is_the_name_in_almost_every_thread()
    {
        var message = """{"sender_name":"Bo","timestamp_ms":1000,"content":"x"}""";
        var (log, _) = Exports.ReadFolder(null, (Inbox + "a_1/message_1.json", Thread(message, "Bo", "Me")), (Inbox + "b_2/message_1.json", Thread(message, "Cy", "Me", "Bo")), (Inbox + "c_3/messa.json", Thread(message.Replace("Bo", "Di"), "Di", "Me")));
        Assert.Equal("Me", log.Actors.NameOf(log.Owner!.Value));
        Assert.Equal(["a_1", "b_2", "c_3"], log.ConversationNames.ToArray());
        var (told, _) = Exports.ReadFile("message_1.json", Thread(message, "Bo", "Me"), new ReadOptions { Me = ["Bo"] });
        Assert.Equal("Bo", told.Actors.NameOf(told.Owner!.Value));
    }

    [Fact]
    public void Reactions_with_a_time_are_records_of_their_own()
    {
        var (log, report) = Exports.ReadFile(Inbox + "a_1/message_1.json", Thread(
            """{"sender_name":"Bo","timestamp_ms":1600000000000,"content":"x","reactions":[{"reaction":"\u00e2\u009d\u00a4","actor":"Al","timestamp":1600000005},{"reaction":"!","actor":"Al"}]}""", "Al", "Bo"));
        Assert.Equal(["Bo > Al: Text 1", "Al > Bo: Reaction 3"], Exports.Lines(log));
        Assert.Equal(1_600_000_005_000, log.SentAt[1]);
        Assert.Equal(1, report.Skipped["reactions without a time"]);
    }

    [Fact]
    public void A_file_cut_short_gives_its_good_part_and_one_rejection()
    {
        var whole = Thread("""{"sender_name":"Bo","timestamp_ms":1000,"content":"first"},{"sender_name":"Bo","timestamp_ms":2000,"content":"second"}""", "Al", "Bo");
        var (log, report) = Exports.ReadFile(Inbox + "a_1/message_1.json", whole[..whole.IndexOf("second", StringComparison.Ordinal)]);
        Assert.Equal(["Bo > Al: Text 5"], Exports.Lines(log));
        Assert.Equal(["truncated"], report.Rejected.Keys);
        Assert.Equal(1, report.RejectedTotal);
    }

    [Fact]
    public void A_bad_message_costs_itself_only()
    {
        var (log, report) = Exports.ReadFile(Inbox + "a_1/message_1.json", Thread(
            """{"timestamp_ms":1000},{"sender_name":"Bo"},{"sender_name":"Bo","timestamp_ms":-5},7,{"sender_name":"Bo","timestamp_ms":"2000","content":{"odd":[1]}},{"sender_name":"Bo","timestamp_ms":3000,"content":"\ud83d"}""", "Al", "Bo"));
        Assert.Equal(["Bo > Al: Text -1", "Bo > Al: Text 3"], Exports.Lines(log));
        Assert.Equal([("sender-empty", 1), ("time-empty", 1), ("time-out-of-range", 1)], report.Rejected.Select(r => (r.Key, r.Value)));
    }

    [Fact]
    public void Accounts_that_are_gone_are_not_one_person()
    {
        var (log, _) = Exports.ReadFolder(null,
            (Inbox + "a_1/message_1.json", Thread("""{"sender_name":"Instagram User","timestamp_ms":1000,"content":"x"}""", "Instagram User", "Me")),
            (Inbox + "b_2/message_1.json", Thread("""{"sender_name":"Instagram User","timestamp_ms":2000,"content":"x"}""", "Instagram User", "Me")));
        Assert.Equal(["Instagram User (a_1) > Me: Text 1", "Instagram User (b_2) > Me: Text 1"], Exports.Lines(log));
    }

    [Fact]
    public void Without_participants_the_recipients_are_those_who_spoke()
    {
        var (log, _) = Exports.ReadFile("instagram.json", """{"messages":[{"sender_name":"B","timestamp_ms":2000,"content":"x"},{"sender_name":"A","timestamp_ms":1000,"content":"x"},{"sender_name":"C","timestamp_ms":3000,"content":"x"}]}""");
        Assert.Equal(["A > B, C: Text 1", "B > A, C: Text 1", "C > A, B: Text 1"], Exports.Lines(log));
        Assert.All(log.Traits.ToArray(), t => Assert.Equal(RecipientBasis.SpeakersOnly, t.RecipientBasis));
    }

    [Fact]
    public void Media_sizes_come_from_the_archive_whatever_folder_stands_above()
    {
        var (log, _) = Exports.ReadZip("instagram-al.zip", null,
            ("download/" + Inbox + "a_1/message_1.json", Encoding.UTF8.GetBytes(Thread("""{"sender_name":"Bo","timestamp_ms":1000,"content":"hi","photos":[{"uri":"your_instagram_activity/messages/inbox/a_1/photos/1.jpg"},{"uri":"your_instagram_activity/messages/inbox/a_1/photos/2.jpg"}]}""", "Al", "Bo"))),
            ("download/" + Inbox + "a_1/photos/1.jpg", new byte[100]), ("download/" + Inbox + "a_1/photos/2.jpg", new byte[50]));
        Assert.Equal(["Bo > Al: Photo 152"], Exports.Lines(log));
    }

    [Fact]
    public void The_layout_of_2020_has_usernames_likes_and_addresses_of_media()
    {
        var (log, _) = Exports.ReadFile("messages.json",
            """[{"participants":["al","bo"],"conversation":[{"sender":"bo","created_at":"2020-05-01T10:00:02.123456+00:00","text":"caf\u00e9","likes":[{"username":"al","date":"2020-05-01T10:00:09.5+00:00"}]},{"sender":"al","created_at":"2020-05-01T10:00:00+00:00","media":"https://x.example/v.mp4?a=1"},{"sender":"al","created_at":"never","text":"x"}]}]""");
        Assert.Equal(["al > bo: Video -1", "bo > al: Text 5", "al > bo: Reaction -1"], Exports.Lines(log));
        Assert.Equal(DateTimeOffset.Parse("2020-05-01T10:00:02.123Z").ToUnixTimeMilliseconds(), log.SentAt[1]);
    }

    [Fact]
    public void Html_is_told_by_its_shape_and_left_aside_where_json_is_there()
    {
        const string Page = """
            <html><body><script>var x = "<div>";</script><div class="q"><div class="pam"><div class="_h">Bo &amp; Co</div><div class="_p"><div><div></div><div>Tom &lt;3<br>two</div><div><ul><li>👍 Al</li></ul></div></div></div><div class="_o"><a href="https://facebook.com/x"><div>13 sept. 2020 à 12:26</div></a></div></div></div></body></html>
            """;
        var (log, _) = Exports.ReadFile("messages/inbox/a_1/message_1.html", Page);
        Assert.Equal(["Bo & Co > : Text 9"], Exports.Lines(log));
        Assert.Equal(DateTimeOffset.Parse("2020-09-13T12:26:00Z").ToUnixTimeMilliseconds(), log.SentAt[0]);
        var (both, _) = Exports.ReadFolder(null, ("messages/inbox/a_1/message_1.html", Page), ("messages/inbox/a_1/message_1.json", Thread("""{"sender_name":"Bo","timestamp_ms":1000,"content":"hi"}""", "Al", "Bo")));
        Assert.Equal(["Bo > Al: Text 2"], Exports.Lines(both));
    }

    [Fact]
    public void No_word_of_the_content_survives()
    {
        var (log, report) = Exports.ReadFile(Inbox + "a_1/message_1.json", Thread(
            """{"sender_name":"Bo","timestamp_ms":1000,"content":"Marmalade","share":{"link":"https://Marmalade","share_text":"Marmalade"},"reactions":[{"reaction":"Marmalade","actor":"Al"}]},{"timestamp_ms":1000,"content":"Marmalade"}""", "Al", "Bo"));
        Assert.DoesNotContain("Marmalade", Exports.AllNames(log, report));
    }

    [Fact]
    public void Nesting_without_end_is_a_break_and_no_crash()
    {
        var (log, report) = Exports.ReadFile(Inbox + "a_1/message_1.json", Thread("""{"sender_name":"Bo","timestamp_ms":1000,"content":"x"},{"sender_name":"Bo","deep":""" + new string('[', 100_000), "Al", "Bo"));
        Assert.Equal(1, log.Count);
        Assert.Equal(["record-malformed"], report.Rejected.Keys);
    }
}
