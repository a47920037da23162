using System.Globalization;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Cli.Tests;

/// <summary>Where and in which language the program runs changes no byte of what it says.</summary>
public class CultureTests
{
    static readonly string Village = Path.Combine(SharedData.Root, "data", "samples", "village", "messages.csv");

    public static TheoryData<string> Commands =>
    [
        "inspect VILLAGE",
        "analyze ties VILLAGE",
        "analyze rhythm VILLAGE --json",
        "analyze frequency VILLAGE --csv",
        "exposure VILLAGE --to 2025-03-05 --lens signal-sealed",
        "convert VILLAGE --to 2025-03-05",
        "lenses signal-sealed",
    ];

    [Theory]
    [InlineData("inspect VILLAGE")]
    [InlineData("exposure VILLAGE --to 2025-03-05 --lens signal-sealed --json")]
    public async Task A_russian_machine_in_another_zone_gives_the_same_bytes(string line)
    {
        var command = Command(line);
        var here = await BuiltProgram.Run(new Dictionary<string, string> { ["LANG"] = "C", ["LC_ALL"] = "C", ["TZ"] = "UTC" }, command);
        var there = await BuiltProgram.Run(new Dictionary<string, string> { ["LANG"] = "ru_RU.UTF-8", ["LC_ALL"] = "ru_RU.UTF-8", ["TZ"] = "Asia/Kolkata" }, command);
        Assert.Equal(0, here.ExitCode);
        Assert.Equal(here, there);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task A_culture_with_a_decimal_comma_changes_no_byte(string line)
    {
        var command = Command(line);
        var invariant = await Cli.Run(command);
        CultureInfo.CurrentCulture = WithCommas();
        Assert.Equal("0,5", 0.5.ToString());
        Assert.Equal(invariant, await Cli.Run(command));
    }

    [Fact]
    public async Task A_culture_with_a_decimal_comma_changes_no_byte_of_the_report()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("report.html");
        string[] command = [.. Command("report VILLAGE --to 2025-03-05 --lens signal-sealed --json -o"), file];
        var invariant = (await Cli.Run(command), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        CultureInfo.CurrentCulture = WithCommas();
        Assert.Equal(invariant, (await Cli.Run(command), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)));
    }

    static string[] Command(string line) => [.. line.Split(' ').Select(word => word == "VILLAGE" ? Village : word)];

    // The program knows no culture but the invariant one, so a foreign one is made by hand.
    static CultureInfo WithCommas()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = "\u00A0";
        culture.NumberFormat.PercentDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "−";
        culture.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        culture.DateTimeFormat.LongTimePattern = "H.mm.ss";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = ".";
        return culture;
    }
}
