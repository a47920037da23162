using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.GoogleVoice;

/// <summary>Google Voice. Source of the expectations: the pages, counted by hand.</summary>
public class GoogleVoiceFormatTests
{
    [Theory]
    // "Person B says you're coming in tonight? Awesome." 48; "I'm looking at a bus getting in 815ish." 39.
    [InlineData("msgvault/sampleTextHTML.html", "2 messages, 2 actors, 2 deliveries, 2020-02-03T17:37:45.632Z to 2020-02-03T17:59:08.554Z, 87 bytes, 0 unknown")]
    // "Check this out" 14, "Cool" 4; each to the owner and the other participant.
    [InlineData("msgvault/sampleGroupHTML.html", "2 messages, 3 actors, 4 deliveries, 2020-02-05T17:16:14.368Z to 2020-02-05T17:17:38.249Z, 18 bytes, 0 unknown")]
    [InlineData("msgvault/samplePlacedCallHTML.html", "1 messages, 2 actors, 1 deliveries, 2020-02-03T20:05:20Z to 2020-02-03T20:05:20Z, 0 bytes, 1 unknown")]
    [InlineData("msgvault/sampleReceivedCallHTML.html", "1 messages, 2 actors, 1 deliveries, 2020-02-05T23:26:28Z to 2020-02-05T23:26:28Z, 0 bytes, 1 unknown")]
    // "Are you there?" 14, "Yes, Mr. Dummerson. What do you need?" 37, "Bring me my slippers at once!" 29.
    [InlineData("timelinize", "3 messages, 2 actors, 3 deliveries, 2011-12-16T01:08:08.451Z to 2011-12-16T01:48:12.265Z, 80 bytes, 0 unknown")]
    public void A_sample_is_read(string name, string expected) =>
        Assert.Equal("google-voice: " + expected, Imports.Summary(Imports.Sample($"googlevoice/{name}")));

    [Fact]
    public void The_owner_is_found_on_the_card_or_beside_Me()
    {
        Assert.Equal("+16465559876", OwnerOf(Imports.Sample("googlevoice/timelinize").Log));
        Assert.Equal("+15550100010", OwnerOf(Imports.Sample("googlevoice/msgvault/sampleTextHTML.html").Log));
        Assert.Equal("Ada", OwnerOf(Imports.Sample("googlevoice/msgvault/sampleGroupHTML.html", new ReadOptions { Me = ["Ada"] }).Log));
    }

    // The sample with the word for its owner in German.
    [Fact]
    public void The_owner_of_an_account_in_another_language_is_found_by_the_mark_up()
    {
        var page = File.ReadAllText(SharedData.Path("exports/googlevoice/msgvault/sampleTextHTML.html"));
        Assert.Equal("+15550100010", OwnerOf(Imports.Text("page.html", page.Replace(">Me<", ">Ich<", StringComparison.Ordinal)).Log));
    }

    [Fact]
    public void A_placed_call_goes_out_and_a_received_one_comes_in()
    {
        Assert.Equal(["2020-02-03T20:05:20Z Me → +15550100013 (Call, -1)"], Imports.Lines(Imports.Sample("googlevoice/msgvault/samplePlacedCallHTML.html").Log));
        Assert.Equal(["2020-02-05T23:26:28Z +15550100011 → Me (Call, -1)"], Imports.Lines(Imports.Sample("googlevoice/msgvault/sampleReceivedCallHTML.html").Log));
    }

    [Fact]
    public void A_page_cut_short_gives_its_good_part_and_one_rejection()
    {
        var page = File.ReadAllText(SharedData.Path("exports/googlevoice/msgvault/sampleTextHTML.html"));
        var (log, report) = Imports.Text("page.html", page[..page.IndexOf("I&#39;m", StringComparison.Ordinal)]);
        Assert.Equal((1, 1L), (log.Count, report.Rejected["truncated"]));
    }

    static string OwnerOf(MessageLog log) => log.Actors.NameOf(log.Owner!.Value);
}
