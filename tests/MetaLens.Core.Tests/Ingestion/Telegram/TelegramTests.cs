using System.Text;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Telegram;

/// <summary>Traps of Telegram Desktop's export.</summary>
public class TelegramTests
{
    static string Chat(string type, string messages, string name = "Bo", long id = 7) => $$"""{"name":"{{name}}","type":"{{type}}","id":{{id}},"messages":[{{messages}}]}""";

    static string Message(string from, int user, int second, string more = "\"text\":\"x\"") =>
        $$"""{"id":1,"type":"message","date":"2024-01-15T10:30:{{second:00}}","date_unixtime":"{{1705314600 + second}}","from":"{{from}}","from_id":"user{{user}}",{{more}}}""";

    [Fact]
    public void A_control_character_written_as_backslash_x_is_read_and_an_escaped_backslash_before_x_is_not_touched()
    {
        var (log, report) = Exports.ReadFile("result.json", Chat("personal_chat", Message("Al", 1, 0, """ "text":"a\x0Bb" """) + "," + Message("Bo", 7, 1, """ "text":"a\\x0B" """)));
        Assert.Equal(["Al > Bo: Text 3", "Bo > Al: Text 5"], Exports.Lines(log));
        Assert.Equal(0, report.RejectedTotal);
    }

    [Fact]
    public void The_whole_account_names_the_owner_and_every_chat_its_recipients()
    {
        var (log, _) = Exports.ReadFile("result.json", $$"""
            {"about":"x","personal_information":{"user_id":1,"first_name":"Al","last_name":"Ice","phone_number":"+1"},"contacts":{"list":[{"user_id":7}]},
             "chats":{"about":"x","list":[{{Chat("personal_chat", Message("Bo", 7, 0))}},{{Chat("saved_messages", Message("Al Ice", 1, 1), id: 1)}},
              {{Chat("private_group", """{"id":1,"type":"service","date_unixtime":"1705314602","actor":"Cy","actor_id":"user9","action":"invite_members","members":["Di"],"text":""},""" + Message("Cy", 9, 3), "Club", 55)}},
              {{Chat("public_channel", """{"id":1,"type":"message","date_unixtime":"1705314604","from":"News","from_id":"channel8","text":"x"}""", "News", 8)}} ] },
             "left_chats":{"list":[{{Chat("bot_chat", Message("Al Ice", 1, 5), "Bot", 77)}} ] } }
            """);
        Assert.Equal(["Bo > Al Ice: Text 1", "Al Ice > Al Ice: Text 1", "Cy > Al Ice, Di: Membership -1", "Cy > Al Ice, Di: Text 1", "News > : Text 1", "Al Ice > Bot: Text 1"], Exports.Lines(log));
        Assert.Equal([RecipientBasis.Exact, RecipientBasis.Exact, RecipientBasis.SpeakersOnly, RecipientBasis.SpeakersOnly, RecipientBasis.Unknown, RecipientBasis.Exact], log.Traits.ToArray().Select(t => t.RecipientBasis));
        Assert.Equal("Al Ice", log.Actors.NameOf(log.Owner!.Value));
    }

    [Fact]
    public void Two_accounts_of_one_name_stay_two_and_a_deleted_account_keeps_its_id()
    {
        var (log, _) = Exports.ReadFile("result.json", Chat("private_group",
            Message("Sam", 1, 0) + "," + Message("Sam", 2, 1) + ",{\"type\":\"message\",\"date_unixtime\":\"1705314602\",\"from\":null,\"from_id\":33,\"text\":\"\"}"));
        Assert.Equal(["Sam", "Sam (user2)", "user33"], log.Actors.Names.ToArray());
    }

    [Fact]
    public void A_reaction_is_a_record_at_its_own_time_and_those_without_one_are_counted()
    {
        // The exporting computer's clock is an hour ahead of UTC: 11:30:00 there is 10:30:00.
        var (log, report) = Exports.ReadFile("result.json", Chat("personal_chat",
            """{"type":"message","date":"2024-01-15T11:30:00","date_unixtime":"1705314600","from":"Al","from_id":"user1","text":"x","reactions":[{"type":"emoji","count":3,"emoji":"👍","recent":[{"from":"Bo","from_id":"user7","date":"2024-01-15T11:31:00"}]}]}"""));
        Assert.Equal(["Al > Bo: Text 1", "Bo > Al: Reaction 4"], Exports.Lines(log));
        Assert.Equal(1_705_314_660_000, log.SentAt[1]);
        Assert.Equal(2, report.Skipped["reactions without a time"]);
    }

    [Fact]
    public void Sizes_of_files_come_from_the_field_then_from_the_file_else_they_are_unknown()
    {
        var text = Chat("personal_chat",
            Message("Al", 1, 0, """ "file":"(File not included. Change data exporting settings to download.)","file_size":500,"media_type":"voice_message","text":"" """) + ","
            + Message("Al", 1, 1, """ "photo":"photos/1.jpg","text":["hi ",{"type":"bold","text":"Bo"}] """) + ","
            + Message("Al", 1, 2, """ "file":"(File exceeds maximum size. Change data exporting settings to download.)","media_type":"sticker","text":"" """));
        var (log, _) = Exports.ReadZip("x.zip", null, ("ChatExport/result.json", Encoding.UTF8.GetBytes(text)), ("ChatExport/photos/1.jpg", new byte[40]));
        Assert.Equal(["Al > Bo: Voice 500", "Al > Bo: Photo 45", "Al > Bo: File -1"], Exports.Lines(log));
    }

    [Fact]
    public void Wall_clock_times_take_the_second_pass_through_the_hour_that_comes_twice()
    {
        // Clocks in Berlin went from 3:00 back to 2:00 on 29 October 2023 at 1:00 UTC.
        static string At(string time) => $$"""{"type":"message","date":"2023-10-29T{{time}}:00","from":"Al","from_id":1,"text":"x"}""";
        var old = Chat("personal_chat", string.Join(',', At("02:30"), At("02:50"), At("02:10"), At("03:10")));
        var (log, _) = Exports.ReadFile("result.json", old, new ReadOptions { TimeZone = DateTimeZoneProviders.Tzdb["Europe/Berlin"] });
        Assert.Equal(TimeBasis.Utc, log.TimeBasis);
        Assert.Equal(["00:30", "00:50", "01:10", "02:10"], log.SentAt.ToArray().Select(t => DateTimeOffset.FromUnixTimeMilliseconds(t).ToString("HH:mm")));
        Assert.Equal(TimeBasis.LocalUnknown, Exports.ReadFile("result.json", old).Log.TimeBasis);
    }

    [Fact]
    public void An_owner_who_never_wrote_is_called_me_or_by_the_name_given()
    {
        var text = Chat("personal_chat", Message("Bo", 7, 0));
        Assert.Equal(["Bo > me: Text 1"], Exports.Lines(Exports.ReadFile("result.json", text).Log));
        Assert.Equal(["Bo > Al: Text 1"], Exports.Lines(Exports.ReadFile("result.json", text, new ReadOptions { Me = ["Al"] }).Log));
    }

    [Fact]
    public void A_file_cut_short_gives_its_good_part_and_one_rejection()
    {
        var whole = Chat("personal_chat", Message("Al", 1, 0) + "," + Message("Bo", 7, 1));
        var (log, report) = Exports.ReadPipe("result.json", whole[..^20]);
        Assert.Equal(["Al > Bo: Text 1"], Exports.Lines(log));
        Assert.Equal([("truncated", 1)], report.Rejected.Select(r => (r.Key, r.Value)));
    }

    [Fact]
    public void No_word_of_the_content_survives()
    {
        var (log, report) = Exports.ReadFile("result.json", Chat("personal_chat", Message("Al", 1, 0, """ "text":["Marmalade",{"type":"x","text":"Marmalade"}],"text_entities":[{"text":"Marmalade"}],"poll":{"question":"Marmalade"} """)
            + ",{\"type\":\"message\",\"text\":\"Marmalade\"}"));
        Assert.DoesNotContain("Marmalade", Exports.AllNames(log, report));
        Assert.Equal(1, report.RejectedTotal);
    }
}
