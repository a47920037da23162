using Xunit;

namespace MetaLens.Cli.Tests;

/// <summary>A report that is handed on tells neither who made it nor where their files lie.</summary>
public sealed class SharedReportTests : IDisposable
{
    const string Chat = "01/02/2023, 10:00 - Ann Lee: hi\n01/02/2023, 23:10 - Bo: yes\n13/02/2023, 09:10 - Ann Lee: ok\n";

    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task It_names_files_without_their_folders_and_nobody_that_was_typed()
    {
        var home = Directory.CreateDirectory(_folder.File("home-of-ann")).FullName;
        var chat = Path.Combine(home, "WhatsApp Chat with Bo.txt");
        await File.WriteAllTextAsync(chat, Chat, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(home, "same.csv"), "alias,name\nBobby,Bo\n", TestContext.Current.CancellationToken);
        var report = Path.Combine(home, "out.html");
        var run = await Cli.Run("report", chat, "--me", "Ann Lee", $"--same-as={Path.Combine(home, "same.csv")}", "--timezone", "Europe/Berlin", "--lens", "none", "-o", report, "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        var provenance = run.Json.GetProperty("provenance");
        Assert.Equal("metalens report 'WhatsApp Chat with Bo.txt' --me … --same-as=same.csv --timezone Europe/Berlin --lens none -o out.html --json", provenance.GetProperty("command_line").GetString()!.Replace('"', '\''));
        Assert.Equal("WhatsApp Chat with Bo.txt", provenance.GetProperty("inputs")[0].GetProperty("name").GetString());
        foreach (var text in (string[])[run.Output, await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken)])
            Assert.DoesNotContain("home-of-ann", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_invented_names_it_names_no_file_either()
    {
        var chat = _folder.File("WhatsApp Chat with Bo.txt", Chat);
        var report = _folder.File("out.html");
        var run = await Cli.Run("report", chat, "--me", "Ann Lee", "--pseudonymize", _folder.File("key-of-ann"), "--lens", "none", "-o", report, "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal("input 1", run.Json.GetProperty("provenance").GetProperty("inputs")[0].GetProperty("name").GetString());
        foreach (var text in (string[])[run.Output, await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken)])
        {
            Assert.DoesNotMatch(@"\bBo\b", text);
            Assert.DoesNotContain("Ann Lee", text, StringComparison.Ordinal);
            Assert.DoesNotContain("key-of-ann", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nor_does_it_name_the_files_that_were_not_read()
    {
        var folder = Directory.CreateDirectory(_folder.File("chats")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "_chat.txt"), Chat, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "divorce.json"), "[]", TestContext.Current.CancellationToken);
        Assert.Contains("divorce.json", (await Cli.Run("inspect", folder)).Output, StringComparison.Ordinal);
        var run = await Cli.Run("report", folder, "--me", "Ann Lee", "--lens", "none", "-o", _folder.File("out.html"), "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("1 file holds no messages in a form that MetaLens knows, and was not read.", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("divorce", run.Output + await File.ReadAllTextAsync(_folder.File("out.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chat_that_does_not_say_whose_it_is_asks_on_the_error_stream_and_once_told_is_about_you()
    {
        var chat = _folder.File("_chat.txt", Chat);
        string[] arguments = ["report", chat, "--lens", "none", "-o", _folder.File("out.html"), "--json"];
        var asked = await Cli.Run(arguments);
        Assert.Equal(0, asked.ExitCode);
        Assert.Contains("For a report about you, add --me NAME: ", asked.Error, StringComparison.Ordinal);
        Assert.Matches("['\"]Ann Lee['\"] or Bo\n", asked.Error);
        Assert.Contains("between 2 people", asked.Json.GetProperty("subject").GetProperty("sentence").GetString(), StringComparison.Ordinal);
        var told = await Cli.Run([.. arguments, "--me", "Ann Lee"]);
        Assert.Equal("", told.Error);
        Assert.Contains("between you and 1 person", told.Json.GetProperty("subject").GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
