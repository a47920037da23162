using MetaLens.Testing;
using Xunit;

namespace MetaLens.Cli.Tests;

/// <summary>Source of the numbers: the READMEs of the data sets.</summary>
public class InspectTests
{
    [Fact]
    public async Task Copenhagen_sms_are_relative_times_between_568_people()
    {
        var json = (await Cli.Run("inspect", SharedData.Path("data/copenhagen/sms.csv"), "--json")).Json;
        Assert.Equal("metalens/inspect/1", json.GetProperty("schema").GetString());
        Assert.Equal((24_333, 568, "relative"), (json.GetProperty("messages").GetInt32(), json.GetProperty("actors").GetInt32(), json.GetProperty("time_basis").GetString()));
    }

    [Fact]
    public async Task Manufacturing_mail_has_51_messages_to_oneself()
    {
        var json = (await Cli.Run("inspect", SharedData.Path("data/manufacturing/communication.csv"), "--json")).Json;
        Assert.Equal((82_927, 167, 51), (json.GetProperty("deliveries").GetInt32(), json.GetProperty("actors").GetInt32(), json.GetProperty("self_messages").GetInt32()));
        Assert.Equal("local-unknown", json.GetProperty("time_basis").GetString());
    }

    [Theory]
    [InlineData("village")]
    [InlineData("company")]
    public async Task A_sample_is_what_its_expectation_says(string sample)
    {
        var folder = Path.Combine(SharedData.Root, "data", "samples", sample);
        var expected = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement;
        var run = await Cli.Run("inspect", Path.Combine(folder, "messages.csv"), "--json");
        Assert.Equal(0, run.ExitCode);
        foreach (var field in (string[])["messages", "deliveries", "actors", "first", "last"])
            Assert.Equal(expected.GetProperty(field).ToString(), run.Json.GetProperty(field).ToString());
    }

    // By hand from the two lines.
    [Fact]
    public async Task A_chat_of_one_message_reads_as_a_sentence_would()
    {
        using var folder = new TemporaryFolder();
        var run = await Cli.Run("inspect", folder.File("WhatsApp Chat with Bo.txt", "[31.12.23, 23:59:58] Ann: one\n"), "--me", "Ann");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
        [
            "format          WhatsApp (1 file)",
            "you             Ann",
            "conversations   1",
            "messages        1 (1 delivery)",
            "actors          2",
            "span            2023-12-31 23:59:58 local",
            "time basis      wall clock of an unnamed zone (--timezone names it)",
            "sizes           known",
            "kinds           text (1)",
            "recipients      taken from who spoke in the chat",
            "rejected        nothing",
        ], run.Output.Split('\n')[..11]);
    }

    [Fact]
    public async Task A_format_whose_id_is_not_its_name_shows_both()
    {
        using var folder = new TemporaryFolder();
        var run = await Cli.Run("inspect", folder.File("log.csv", "sender,recipient,sent_at\nann,bo,2024-05-01T10:00:00Z\n"));
        Assert.StartsWith("format          Table of messages (csv, 1 file)\nyou             not known (--me NAME tells)\nmessages        1 (1 delivery)\n", run.Output);
    }

    [Fact]
    public async Task A_missing_file_is_named_and_the_exit_is_2()
    {
        var run = await Cli.Run("inspect", "/no/such/file.csv");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("metalens: /no/such/file.csv: found nothing there", run.Error);
    }

    [Fact]
    public async Task A_file_of_no_known_format_says_how_to_name_columns()
    {
        using var folder = new TemporaryFolder();
        var run = await Cli.Run("inspect", folder.File("poem.txt", "Roses are red\nViolets are blue\n"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--columns", run.Error);
    }
}
