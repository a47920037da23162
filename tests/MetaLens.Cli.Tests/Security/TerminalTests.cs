using Xunit;

namespace MetaLens.Cli.Tests.Security;

/// <summary>Nothing in a file or a file's name reaches the terminal as a control sequence.</summary>
public sealed class TerminalTests : IDisposable
{
    const string ClearScreen = "\u001b[2J";

    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_value_that_is_shown_moves_no_cursor()
    {
        var table = _folder.File("a.csv", $"sender,recipient,sent_at\nann,bob,2024-05-01T10:00:00Z\nann,bob,2024-05-01T10:00:01Z\nann,bob,{ClearScreen}x\n");
        var run = await Cli.Run("inspect", table, "--show-values");
        Assert.Contains("�[2Jx", run.Error);
        Assert.DoesNotContain('\u001b', run.Error + run.Output);
    }

    [Fact]
    public async Task A_file_name_moves_no_cursor()
    {
        var table = _folder.File($"{ClearScreen}.csv", "sender,recipient,sent_at\nann,,2024-05-01T10:00:00Z\nann,bob,2024-05-01T10:00:01Z\n");
        var bad = await Cli.Run("inspect", table);
        var missing = await Cli.Run("inspect", _folder.File($"no{ClearScreen}file"));
        Assert.Equal((1, 2), (bad.ExitCode, missing.ExitCode));
        Assert.DoesNotContain('\u001b', bad.Error + bad.Output + missing.Error);
    }

    [Fact]
    public async Task A_name_moves_no_cursor()
    {
        var table = _folder.File("a.csv", $"sender,recipient,sent_at\nann{ClearScreen},bob,2024-05-01T10:00:00Z\nann,bob,2024-05-01T10:00:01Z\n");
        foreach (var command in (string[][])[["inspect", table], ["analyze", "ties", table], ["convert", table]])
        {
            var run = await Cli.Run(command);
            Assert.DoesNotContain('\u001b', run.Output + run.Error);
        }
    }

    public void Dispose() => _folder.Dispose();
}
