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

    [Theory]
    [InlineData("inspect")]
    [InlineData("convert")]
    [InlineData("analyze")]
    [InlineData("graph")]
    [InlineData("lenses")]
    [InlineData("generate")]
    public async Task Help_of_a_verb_ends_with_two_examples(string verb)
    {
        var lines = (await Cli.Run(verb, "--help")).Output.TrimEnd().Split('\n');
        Assert.Equal("Examples:", lines[^3].Trim());
        Assert.All(lines[^2..], l => Assert.StartsWith($"  metalens {verb} ", l + " "));
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
