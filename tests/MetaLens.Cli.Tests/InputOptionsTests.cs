using Xunit;

namespace MetaLens.Cli.Tests;

/// <summary>What a caller says about an input beside its name.</summary>
public class InputOptionsTests
{
    [Fact]
    public async Task Handles_of_one_person_count_as_one_actor()
    {
        using var folder = new TemporaryFolder();
        var table = folder.File("log.csv", "sender,recipient,time\nann@work,bob,2024-05-01T10:00:00Z\n+4912345,bob,2024-05-01T10:00:01Z\nbob,ann@work,2024-05-01T10:00:02Z\n");
        var people = folder.File("people.csv", "alias,name\nann@work,Ann\n+4912345,Ann\n");
        Assert.Equal(3, (await Cli.Run("inspect", table, "--json")).Json.GetProperty("actors").GetInt32());
        var run = await Cli.Run("convert", table, "--same-as", people);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Ann,bob", "Ann,bob", "bob,Ann"], run.Output.Split('\n')[1..^1].Select(l => string.Join(',', l.Split(',')[2..4])));
    }

    [Fact]
    public async Task A_row_of_handles_without_a_name_is_told_by_its_place()
    {
        using var folder = new TemporaryFolder();
        var people = folder.File("people.csv", "alias,name\nann@work,\n");
        var run = await Cli.Run("inspect", folder.File("log.csv", "sender,recipient,time\nann,bob,2024-05-01T10:00:00Z\n"), "--same-as", people);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"metalens: {people}:2:1: found a row without alias and name", run.Error);
    }

    [Theory]
    [InlineData("chat.txt", "1/2/23, 10:00 - Ann: x\n1/2/23, 10:01 - Bob: y\n")]
    [InlineData("log.csv", "sender,recipient,time\nann,bob,01/02/2023 10:00\nbob,ann,01/02/2023 10:01\n")]
    public async Task Days_and_months_that_cannot_be_told_apart_are_asked_for(string name, string text)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File(name, text);
        var run = await Cli.Run("inspect", file);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains("--date-order dmy or mdy", run.Error);
        Assert.StartsWith("2023-02-01", (await Cli.Run("inspect", file, "--json", "--date-order", "dmy")).Json.GetProperty("first").GetString());
        Assert.StartsWith("2023-01-02", (await Cli.Run("inspect", file, "--json", "--date-order", "mdy")).Json.GetProperty("first").GetString());
    }

    [Fact]
    public async Task One_broken_export_of_several_is_told_and_the_exit_is_1()
    {
        using var folder = new TemporaryFolder();
        var good = folder.File("log.csv", "sender,recipient,time\nann,bob,2024-05-01T10:00:00Z\n");
        var undecided = folder.File("chat.txt", "1/2/23, 10:00 - Ann: x\n1/2/23, 10:01 - Bob: y\n");
        var run = await Cli.Run("inspect", good, undecided, "--json");
        Assert.Equal((1, 1), (run.ExitCode, run.Json.GetProperty("messages").GetInt32()));
        Assert.Contains("--date-order dmy or mdy", run.Json.GetProperty("unreadable")[0].GetString());
        Assert.Contains("--date-order dmy or mdy", run.Error);
        Assert.Equal(2, (await Cli.Run("inspect", good, undecided, "--strict")).ExitCode);
    }
}
