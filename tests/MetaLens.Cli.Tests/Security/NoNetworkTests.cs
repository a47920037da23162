using MetaLens.Testing;
using Xunit;

namespace MetaLens.Cli.Tests.Security;

/// <summary>The program in a network namespace that has nothing but an idle loopback: it needs no network, and gives there what it gives anywhere.</summary>
public class NoNetworkTests
{
    static readonly string Village = Path.Combine(SharedData.Root, "data", "samples", "village", "messages.csv");

    [Fact]
    public async Task The_namespace_has_no_way_out()
    {
        var devices = (await WithoutNetwork("cat", "/proc/net/dev")).Output.Split('\n').Skip(2).Where(l => l.Length > 0).Select(l => l.Split(':')[0].Trim());
        Assert.Equal(["lo"], devices);
        Assert.Single((await WithoutNetwork("cat", "/proc/net/route")).Output.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Inspect_gives_the_same_without_a_network()
    {
        var run = await WithoutNetwork(BuiltProgram.Path, "inspect", Village);
        Assert.Equal(await Cli.Run("inspect", Village), run);
    }

    [Fact]
    public async Task Report_gives_the_same_without_a_network()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("report.html");
        string[] command = ["report", Village, "--to", "2025-03-04", "--lens", "signal-sealed", "-o", file];
        Assert.Equal(0, (await Cli.Run(command)).ExitCode);
        var expected = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        var run = await WithoutNetwork([BuiltProgram.Path, .. command]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(expected, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    static async Task<Cli> WithoutNetwork(params string[] command)
    {
        const string Unshare = "/usr/bin/unshare";
        Assert.SkipUnless(File.Exists(Unshare) && (await BuiltProgram.Start(Unshare, ["-rn", "true"])).ExitCode == 0, "skipped: this machine lets nobody make a network namespace (unshare -rn)");
        return await BuiltProgram.Start(Unshare, ["-rn", .. command]);
    }
}
