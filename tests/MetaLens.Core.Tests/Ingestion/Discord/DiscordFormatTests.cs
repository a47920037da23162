using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Discord;

/// <summary>Discord. Source of the expectations: the files, by hand.</summary>
public class DiscordFormatTests
{
    [Theory]
    // 4 + 24 bytes; the call's sentence is not content.
    [InlineData("mlomb_chat-analytics__tests_samples_discord_DM_2A_2M.json", "3 messages, 2 actors, 3 deliveries, 2019-01-04T17:52:39.762Z to 2020-07-17T17:03:14.366Z, 28 bytes, 1 unknown")]
    // The first message stands there twice under one id; 59 + 96 + 27 bytes, one has a sticker of unknown size.
    [InlineData("mlomb_chat-analytics__tests_samples_discord_SV_5A_5M.json", "4 messages, 2 actors, 4 deliveries, 2018-05-20T16:09:44.209Z to 2018-05-20T16:09:51.118Z, 182 bytes, 1 unknown")]
    public void A_sample_of_DiscordChatExporter_is_read(string name, string expected) =>
        Assert.Equal("discord: " + expected, Imports.Summary(Imports.Sample($"discord/{name}")));

    [Fact]
    public void A_call_is_a_call_and_recipients_are_those_who_spoke()
    {
        var (log, _) = Imports.Sample("discord/mlomb_chat-analytics__tests_samples_discord_DM_2A_2M.json");
        Assert.Equal([MessageKind.Text, MessageKind.Text, MessageKind.Call], log.Kind.ToArray());
        Assert.All(log.Traits.ToArray(), t => Assert.Equal(RecipientBasis.SpeakersOnly, t.RecipientBasis));
    }

    [Fact]
    public void The_package_needs_the_owner_where_two_accounts_could_be()
    {
        var unknown = Assert.Throws<OwnerUnknownException>(() => Imports.Sample("discord/data-package"));
        Assert.Equal(["247424274304991233", "192775384276664320"], unknown.Candidates);
        var read = Imports.Sample("discord/data-package", new ReadOptions { Me = ["247424274304991233"] });
        // "my only 10/10 i've watched so far" is 33 bytes; one text is empty; two have attachments of unknown size.
        Assert.Equal("discord-package: 4 messages, 2 actors, 4 deliveries, 2020-01-03T22:27:54Z to 2025-09-21T20:37:15Z, 33 bytes, 2 unknown", Imports.Summary(read));
        Assert.Equal("192775384276664320", read.Log.Actors.Names[read.Log.Recipient[0]]);
    }

    [Fact]
    public void Older_packages_have_tables_with_line_breaks_in_cells()
    {
        var (log, report) = Imports.Folder(null,
            ("account/user.json", """{"id": "1", "username": "ada"}"""),
            ("messages/c42/channel.json", """{"id": "42", "type": 1, "recipients": ["1", "2"]}"""),
            ("messages/c42/messages.csv", "ID,Timestamp,Contents,Attachments\n9,2021-01-01 00:00:00.123000+00:00,\"two\nlines\",\n8,2021-01-01 00:00:01,,https://x/a.png?ex=1\n"));
        Assert.Equal(["2021-01-01T00:00:00.123Z ada → 2 (Text, 9)", "2021-01-01T00:00:01Z ada → 2 (Photo, -1)"], Imports.Lines(log));
        Assert.Equal(0, report.RejectedTotal);
    }

    [Fact]
    public void An_export_cut_short_gives_its_good_part_and_one_rejection()
    {
        var text = File.ReadAllText(SharedData.Path("exports/discord/mlomb_chat-analytics__tests_samples_discord_DM_2A_2M.json"));
        var (log, report) = Imports.Text("dm.json", text[..text.IndexOf("\"id\": \"100\"", StringComparison.Ordinal)]);
        Assert.Equal((2, 1L), (log.Count, report.Rejected["truncated"]));
    }
}
