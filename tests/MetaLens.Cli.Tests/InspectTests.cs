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
            "time basis      the clock of a place that the file does not name (--timezone ZONE tells, such as Europe/Berlin)",
            "sizes           known",
            "kinds           text (1)",
            "recipients      taken from who spoke in the chat; whoever only read is missing",
            "rejected        nothing",
        ], run.Output.Split('\n')[..11]);
    }

    [Fact]
    public async Task A_format_whose_id_is_not_its_name_shows_both()
    {
        using var folder = new TemporaryFolder();
        var run = await Cli.Run("inspect", folder.File("log.csv", "sender,recipient,sent_at\nann,bo,2024-05-01T10:00:00Z\n"));
        Assert.StartsWith("format          Table of messages (csv, 1 file)\nyou             not known (--me NAME tells: \"ann\" or \"bo\")\nmessages        1 (1 delivery)\n", run.Output);
    }

    [Theory]
    [InlineData("mail.eml", "From: ann@x.org\nTo: bob@x.org\nSubject: x\nMessage-ID: <1@x.org>\n\nhello\n", "found nothing; expected a time. Mend: nothing needs doing: the export does not say it, and the record is left out.")]
    [InlineData("log.csv", "sender,recipient,sent_at\nann,bob,\nann,bob,2024-01-31T10:00:00Z\n", "found nothing; expected a time. Mend: fill the cell, or leave the row out.")]
    public async Task What_to_do_about_a_rejected_record_fits_its_format(string name, string text, string said)
    {
        using var folder = new TemporaryFolder();
        var run = await Cli.Run("inspect", folder.File(name, text));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Contains(said[said.LastIndexOf("Mend: ", StringComparison.Ordinal)..].Replace("Mend: ", "", StringComparison.Ordinal).TrimEnd('.'), run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_question_whose_export_it_is_ends_with_a_command_to_copy()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("o'neil mms.xml", """<smses count="1"><mms date="1717200000000" msg_box="1"><addrs><addr address="+15550000001" type="137"/><addr address="+15550000002" type="151"/><addr address="+15550000003" type="151"/></addrs></mms></smses>""");
        var run = await Cli.Run("inspect", file);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        var lines = run.Error.TrimEnd().Split('\n');
        Assert.Contains("this export does not say whose it is. Mend: --me NAME, one of: \"+15550000002\", \"+15550000003\".", lines[0], StringComparison.Ordinal);
        Assert.Equal($"metalens: if that is you: metalens inspect '{file.Replace("'", "'\\''", StringComparison.Ordinal)}' --me +15550000002", lines[1]);
        Assert.Equal(0, (await Cli.Run("inspect", file, "--me", "+15550000002")).ExitCode);
    }

    [Fact]
    public async Task A_column_of_durations_makes_the_rows_calls_and_its_seconds_their_size()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("calls.csv", "timestamp,caller,callee,duration\n184,300,301,121\n3920,512,299,-1\n4000,512,300,\n5000,300,512,60\n");
        foreach (var arguments in (string[][])[["inspect", file, "--json"], ["inspect", file, "--json", "--columns", "time=timestamp,sender=caller,recipient=callee,size=duration"]])
        {
            var json = (await Cli.Run(arguments)).Json;
            Assert.Equal(4, json.GetProperty("kinds").GetProperty("call").GetInt32());
            Assert.Equal(0.5, json.GetProperty("size_known_share").GetDouble());
            Assert.Equal(0, json.GetProperty("rejected_total").GetInt32());
        }
        var rows = (await Cli.Run("convert", file)).Output.TrimEnd().Split('\n');
        Assert.Equal(["121", "", "", "60"], rows[1..].Select(r => r.Split(',')[4]));
    }

    [Fact]
    public async Task A_duration_that_is_no_number_is_rejected_with_its_place()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("calls.csv", "timestamp,caller,callee,duration\n184,300,301,121\n200,300,301,two minutes\n3920,512,299,-1\n");
        var run = await Cli.Run("inspect", file, "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.Json.GetProperty("messages").GetInt32());
        Assert.Equal(1, run.Json.GetProperty("rejected").GetProperty("size-unreadable").GetInt32());
    }

    [Fact]
    public async Task An_archive_inside_an_archive_is_said_to_be_unopened()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("chats.zip");
        using (var zip = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Create))
        using (var entry = zip.CreateEntry("WhatsApp Chat - Bo.zip").Open())
            entry.Write("PK\x03\x04"u8);
        var run = await Cli.Run("inspect", path);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Mend: an archive inside an archive is not opened: unpack it and name the folder", run.Error, StringComparison.Ordinal);
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
