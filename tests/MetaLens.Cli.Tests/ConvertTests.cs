using MetaLens.Testing;
using Xunit;

namespace MetaLens.Cli.Tests;

public class ConvertTests
{
    [Theory]
    [InlineData("sender,recipient,time,size\nann,bob;cee,2024-05-01T10:00:00.123+02:00,12\nbob,ann,2024-05-01T10:00:01Z,\n")]
    [InlineData("sender;recipient;date\nann;bob;2024-05-01 10:00:00\n+351 91;=cmd;2024-05-01 10:00:01\n")]
    [InlineData("1 2 1082040961\n3 4 1082155839\n")]
    [InlineData("1 2 10\n3 4 20\n")]
    public async Task What_is_converted_reads_back_as_the_same_log(string table)
    {
        using var folder = new TemporaryFolder();
        var first = await Cli.Run("convert", folder.File("a.csv", table));
        var second = await Cli.Run("convert", folder.File("b.csv", first.Output));
        Assert.Equal(0, first.ExitCode);
        Assert.Equal(first.Output, second.Output);
    }

    [Fact]
    public async Task A_message_to_several_people_is_one_message_and_several_rows()
    {
        using var folder = new TemporaryFolder();
        var run = await Cli.Run("convert", folder.File("a.csv", "from,to,date,bytes\nann,bob;cee,2024-05-01T10:00:00Z,12\n"));
        Assert.Equal("message_id,sent_at,sender,recipient,size,conversation\n1,2024-05-01T10:00:00.000Z,ann,bob,12,\n1,2024-05-01T10:00:00.000Z,ann,cee,12,\n", run.Output);
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_is_quoted()
    {
        using var folder = new TemporaryFolder();
        var run = await Cli.Run("convert", folder.File("a.csv", "from,to,date\n=1+1,@x,2024-05-01T10:00:00Z\n"));
        Assert.Contains(",\"'=1+1\",\"'@x\",", run.Output);
    }

    [Fact]
    public async Task Pseudonyms_are_the_same_with_the_same_key_and_keep_no_name()
    {
        using var folder = new TemporaryFolder();
        var table = folder.File("a.csv", "from,to,date\nannabel,bob,2024-05-01T10:00:00Z\nbob,annabel,2024-05-01T10:00:01Z\n");
        var key = folder.File("key.txt");
        var first = await Cli.Run("convert", table, "--pseudonymize", key);
        var second = await Cli.Run("convert", table, "--pseudonymize", key);
        Assert.Equal(first.Output, second.Output);
        Assert.DoesNotContain("annabel", first.Output);
        Assert.NotEqual(first.Output, (await Cli.Run("convert", table, "--pseudonymize", folder.File("other.txt"))).Output);
    }

    [Fact]
    public async Task A_failed_run_leaves_no_output()
    {
        using var folder = new TemporaryFolder();
        var run = await Cli.Run("convert", folder.File("a.csv", "from,to,date\nann,bob,2024-05-01T10:00:00Z\nann,,2024-05-01T10:00:00Z\n"), "--strict", "-o", folder.File("out.csv"));
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["a.csv"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }
}
