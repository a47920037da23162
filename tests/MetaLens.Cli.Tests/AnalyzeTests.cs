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
}
