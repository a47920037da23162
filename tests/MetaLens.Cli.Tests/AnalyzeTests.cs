using MetaLens.Testing;
using Xunit;

namespace MetaLens.Cli.Tests;

public class AnalyzeTests
{
    static readonly string Village = Path.Combine(SharedData.Root, "data", "samples", "village", "messages.csv");

    [Fact]
    public async Task Columns_that_the_arguments_decide_stand_over_their_values()
    {
        var run = await Cli.Run("analyze", "indicators", Village, "--split", "week,day", "--csv");
        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("active_days__weekend__night__callandtext", lines[0]);
        Assert.All(lines, line => Assert.Equal(lines[0].Count(c => c == ','), line.Count(c => c == ',')));
    }

    [Theory]
    [InlineData("ties", "--weight", "log", "pagerank")]
    [InlineData("pagerank", "--direction", "both", "closeness")]
    public async Task An_analysis_without_weight_or_direction_says_so_and_which_have_it(string analysis, string option, string value, string other)
    {
        var run = await Cli.Run("analyze", analysis, Village, option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"metalens: {option}: {analysis} has none", run.Error, StringComparison.Ordinal);
        Assert.Contains(other, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_direction_has_the_same_words_everywhere()
    {
        var typed = await Cli.Run("analyze", "closeness", Village, "--direction", "received", "--csv");
        Assert.Equal((0, typed.Output), ((await Cli.Run("analyze", "closeness", Village, "--direction", "in", "--csv")).ExitCode, (await Cli.Run("analyze", "closeness", Village, "--csv")).Output));
        Assert.Equal(0, (await Cli.Run("analyze", "frequency", Village, "--direction", "in")).ExitCode);
    }

    [Fact]
    public async Task Parts_of_week_and_day_are_switches_too()
    {
        var typed = await Cli.Run("analyze", "indicators", Village, "--split", "week,day", "--csv");
        var switched = await Cli.Run("analyze", "indicators", "--split-week", "--split-day", Village, "--csv");
        Assert.Equal((0, typed.Output), (switched.ExitCode, switched.Output));
    }

    [Fact]
    public async Task Every_value_is_a_list_under_the_full_summary_and_under_none()
    {
        var full = await Cli.Run("analyze", "indicators", Village, "--summary", "full", "--csv");
        Assert.Contains(",interevent_time__allweek__allday__text,", full.Output.Split('\n')[0]);
        Assert.Equal(full.Output, (await Cli.Run("analyze", "indicators", Village, "--summary", "none", "--csv")).Output);
        var byWeek = await Cli.Run("analyze", "indicators", Village, "--summary", "full", "--groupby", "week");
        Assert.Equal(2, byWeek.ExitCode);
    }

    // Made by hand with bandicoot's record of oneself; --me keeps the owner apart from the contact of that name.
    [Fact]
    public async Task The_file_made_by_hand_for_bandicoot_has_its_values()
    {
        var run = await Cli.Run("analyze", "indicators", SharedData.Path("data/bandicoot/manual/A.csv"), "--me", "ego", "--set", "basic", "--csv");
        var lines = run.Output.Split('\n');
        var names = lines[0].Split(',').ToList();
        var ego = lines.Single(l => l.StartsWith("ego,", StringComparison.Ordinal)).Split(',');
        Assert.Equal(("339.5", "2", "0.5"), (ego[names.IndexOf("call_duration__allweek__allday__call__mean")], ego[names.IndexOf("active_days__allweek__allday__callandtext")], ego[names.IndexOf("percent_initiated_interactions__allweek__allday__call")]));
    }

    [Fact]
    public async Task Kinds_and_a_window_of_time_restrict_every_analysis_alike()
    {
        var file = SharedData.Path("data/bandicoot/manual/A.csv");
        var calls = await Cli.Run("analyze", "daily", file, "--me", "ego", "--kinds", "call", "--csv");
        Assert.Equal(2, calls.Output.TrimEnd().Split('\n')[1..].Sum(l => int.Parse(l.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture)));
        var late = await Cli.Run("analyze", "daily", file, "--me", "ego", "--since", "2014-08-21", "--until", "2014-08-22", "--csv");
        Assert.Equal("2014-08-21,6", string.Join(',', late.Output.TrimEnd().Split('\n').Last().Split(',')[..2]));
        Assert.Equal(2, (await Cli.Run("analyze", "daily", file, "--kinds", "letters")).ExitCode);
    }

    [Fact]
    public async Task The_number_of_threads_changes_nothing()
    {
        foreach (var analysis in (string[])["indicators", "ego-networks", "motif-roles", "periods"])
            Assert.Equal((await Cli.Run("analyze", analysis, Village, "--csv", "--threads", "1")).Output, (await Cli.Run("analyze", analysis, Village, "--csv", "--threads", "4")).Output);
    }
}
