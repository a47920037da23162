using System.Text;
using Xunit;

namespace MetaLens.Cli.Tests;

/// <summary>A table with two good rows and a row broken in each of fourteen ways. Counts by hand: one row a reason, two of one.</summary>
public sealed class BrokenRowTests : IDisposable
{
    readonly TemporaryFolder _folder = new();
    readonly string _file;

    public BrokenRowTests()
    {
        _file = _folder.File("broken.csv");
        var rows = new List<byte>();
        void Line(string text) => rows.AddRange(Encoding.UTF8.GetBytes(text + "\n"));
        Line("sender,recipient,sent_at,size");
        Line("ann,bob,2024-05-01T10:00:00Z,12");
        Line(",bob,2024-05-01T10:00:01Z,12");                    // sender-empty
        Line("ann,,2024-05-01T10:00:02Z,12");                    // recipient-empty
        Line("ann,bob,,12");                                     // time-empty
        Line("ann,bob,yesterday,12");                            // time-unreadable
        Line("ann,bob,1801-05-01T10:00:00Z,12");                 // time-out-of-range
        Line("ann,bob,2024-05-01T10:00:03Z,many");               // size-unreadable
        Line("ann,bob,2024-05-01T10:00:04Z,-5");                 // size-negative
        Line("ann,bob,2024-05-01T10:00:05Z,99999999999");        // size-too-large
        Line("ann,bob");                                         // too-few-cells
        Line("ann,bob,2024-05-01T10:00:06Z,12,extra");           // too-many-cells
        Line("\"ann,bob,2024-05-01T10:00:07Z,12");               // quote-broken
        Line($"{new string('x', 2000)},bob,2024-05-01T10:00:08Z,12"); // name-too-long
        Line("an\0n,bob,2024-05-01T10:00:09Z,12");               // name-has-control-character
        rows.AddRange([.. "an"u8, 0xFF, .. "n,bob,2024-05-01T10:00:10Z,12\n"u8]); // text-not-utf8
        Line("bob,ann,2024-05-01T10:00:11Z,");
        Line("ann,bob,2024-05-01T10:00:12,12");                  // time-unreadable: no zone where all others have one
        File.WriteAllBytes(_file, [.. rows]);
    }

    [Fact]
    public async Task Every_broken_row_is_counted_by_reason_and_the_good_rows_stay()
    {
        var run = await Cli.Run("inspect", _file, "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.Json.GetProperty("messages").GetInt32());
        Assert.Equal(15, run.Json.GetProperty("rejected_total").GetInt32());
        var counts = run.Json.GetProperty("rejected").EnumerateObject().ToDictionary(r => r.Name, r => r.Value.GetInt32());
        string[] once = ["sender-empty", "recipient-empty", "time-empty", "time-out-of-range", "size-unreadable", "size-negative", "size-too-large",
            "too-few-cells", "too-many-cells", "quote-broken", "name-too-long", "name-has-control-character", "text-not-utf8"];
        Assert.All(once, reason => Assert.Equal(1, counts[reason]));
        Assert.Equal(2, counts["time-unreadable"]);
        Assert.Equal(once.Length + 1, counts.Count);
    }

    [Fact]
    public async Task The_place_of_a_broken_row_is_told_but_not_its_value()
    {
        var run = await Cli.Run("inspect", _file);
        Assert.Contains($"{_file}:6:9: field 'sent_at': found a value not shown (--show-values shows it); expected a time written like the others in this file. Mend: say how times are written with --time-format.", run.Error);
        Assert.DoesNotContain("yesterday", run.Error);
        Assert.Contains("'yesterday'", (await Cli.Run("inspect", _file, "--show-values")).Error);
    }

    [Fact]
    public async Task Strict_stops_at_the_first_broken_row()
    {
        var run = await Cli.Run("inspect", _file, "--strict");
        Assert.Equal(2, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Equal($"metalens: {_file}:3:1: field 'sender': found nothing; expected a sender. Mend: fill the cell, or leave the row out.\n", run.Error);
    }

    public void Dispose() => _folder.Dispose();
}
