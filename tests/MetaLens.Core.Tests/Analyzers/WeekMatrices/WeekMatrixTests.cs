using System.Globalization;
using MetaLens.Analyzers.EgoNetworks;
using MetaLens.Analyzers.WeekMatrices;
using MetaLens.Core.Tests.Analyzers.Indicators;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.WeekMatrices;

public class WeekMatrixTests
{
    // bandicoot's own expected files @86e5f192.
    [Theory]
    [InlineData("X", 60, "weekmatrix_X_60min_interval.csv")]
    [InlineData("Y", 5, "weekmatrix_Y_5min_interval.csv")]
    public void Every_row_is_bandicoots(string user, int minutes, string expected)
    {
        var cells = WeekMatrix.Of(BandicootFiles.Personal(SharedData.Path($"data/bandicoot/special/{user}.csv")), minutes);
        Assert.Equal(File.ReadAllLines(SharedData.Path($"data/bandicoot/special/{expected}")).Skip(1).Where(l => l.Length > 0),
            cells.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Year}-{c.Week},{(int)c.Channel},{c.Weekday},{c.Section},{c.Value:0.0}")));
    }

    [Fact]
    public void Sections_fill_a_day_and_nobody_has_no_cells()
    {
        Assert.Empty(WeekMatrix.Of(new PersonalRecords("nobody", []), 60));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeekMatrix.Of(new PersonalRecords("nobody", []), 7));
    }
}
