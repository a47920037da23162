using Xunit;

namespace MetaLens.Cli.Tests;

public class CompletionTests
{
    [Theory]
    [InlineData("metalens anal", "analyze")]
    [InlineData("metalens analyze unic", "unicity")]
    [InlineData("metalens attack disc", "disclosure")]
    [InlineData("metalens report x.csv --lens signal-", "signal-sealed")]
    [InlineData("metalens inspect x.csv --format wha", "whatsapp")]
    public async Task Bash_completes_verbs_analyses_lenses_and_formats(string line, string word)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "skipped: no bash here");
        var script = (await Cli.Run("completion", "bash")).Output;
        var typed = line.Split(' ');
        var ask = $"{script}COMP_LINE='{line}'; COMP_POINT={line.Length}; COMP_WORDS=({line}); COMP_CWORD={typed.Length - 1}; _metalens; printf '%s\\n' \"${{COMPREPLY[@]}}\"";
        var path = $"{Path.GetDirectoryName(BuiltProgram.Path)}:{Environment.GetEnvironmentVariable("PATH")}";
        var run = await BuiltProgram.Start("/bin/bash", ["-c", ask], new Dictionary<string, string> { ["PATH"] = path });
        Assert.Equal("", run.Error);
        var words = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(word, words);
        Assert.All(words, w => Assert.StartsWith(typed[^1], w, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public async Task Every_shell_has_a_script_that_asks_the_program(string shell)
    {
        var run = await Cli.Run("completion", shell);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("[suggest:", run.Output);
    }

    [Fact]
    public async Task A_shell_nobody_knows_is_an_error_that_names_those_there_are()
    {
        var run = await Cli.Run("completion", "tcsh");
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("expected one of bash, zsh, fish, powershell", run.Error);
    }
}
