using Xunit;

namespace MetaLens.Cli.Tests;

public class HelpTests
{
    [Fact]
    public async Task Help_names_the_exit_codes()
    {
        var run = await Cli.Run("--help");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Exit codes: 0 done; 1 done, but look (rows rejected, nothing found); 2 could not", run.Output);
    }

    [Fact]
    public async Task Help_of_the_program_fits_a_screen_and_names_every_verb()
    {
        var lines = (await Cli.Run("--help")).Output.ReplaceLineEndings("\n").Split('\n');
        Assert.True(lines.Length <= 30, $"{lines.Length} lines");
        Assert.All(lines, l => Assert.True(l.Length <= 130, l));
        foreach (var verb in (string[])["report", "inspect", "convert", "analyze", "attack", "exposure", "evaluate", "advise", "graph", "lenses", "serve", "generate", "completion"])
            Assert.Contains(lines, l => l.StartsWith($"  {verb} ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("report")]
    [InlineData("inspect")]
    [InlineData("convert")]
    [InlineData("analyze")]
    [InlineData("attack")]
    [InlineData("exposure")]
    [InlineData("evaluate")]
    [InlineData("advise")]
    [InlineData("graph")]
    [InlineData("lenses")]
    [InlineData("serve")]
    [InlineData("generate")]
    public async Task Help_of_a_verb_ends_with_two_examples(string verb)
    {
        var lines = (await Cli.Run(verb, "--help")).Output.TrimEnd().Split('\n');
        // What may be typed has a name there, and what a subcommand does is a line: whole catalogues push all else off the screen.
        Assert.All(lines, l => Assert.True(l.Length < 500, l));
        Assert.Equal("Examples:", lines[^3].Trim());
        Assert.All(lines[^2..], l => Assert.StartsWith($"  metalens {verb} ", l + " "));
    }

    [Fact]
    public async Task Help_of_an_analysis_tells_its_definition()
    {
        var run = await Cli.Run("analyze", "dispersion", "--help");
        Assert.Contains("Definition:", run.Output);
        Assert.Contains("recursive", run.Output);
        Assert.DoesNotContain("recursive =", (await Cli.Run("analyze", "--help")).Output);
    }

    [Theory]
    [InlineData("inspct", "x")]
    [InlineData("inspect", "--no-such-option")]
    [InlineData("generate")]
    public async Task Misuse_is_an_error_on_the_error_stream_and_exit_2(params string[] arguments)
    {
        var run = await Cli.Run(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("metalens: ", run.Error);
    }

    [Fact]
    public async Task A_lens_that_does_not_exist_is_named_in_the_words_of_the_command_line()
    {
        var run = await Cli.Run("lenses", "signal-seeled");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("metalens: 'signal-seeled' is no lens. Nearest: signal-sealed", run.Error);
        Assert.DoesNotContain("Parameter", run.Error);
    }

    [Fact]
    public async Task No_verb_is_an_error_that_names_the_main_one()
    {
        var run = await Cli.Run();
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("metalens report", run.Error);
    }
}
