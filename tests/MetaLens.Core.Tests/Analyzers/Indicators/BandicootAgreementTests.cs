using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Indicators;
using MetaLens.Lenses;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Indicators;

/// <summary>
/// Value for value against bandicoot @86e5f192: its own hand-made and regression files, and values made with it. Rule of comparison as in its tests: |a − b| &lt; 1.5 · 10^−decimals.
/// </summary>
public class BandicootAgreementTests
{
    static readonly IndicatorOptions Whole = new();
    static readonly IndicatorOptions WeekExtendedSplits = new(Grouping.Week, Summary.Extended, SplitWeek: true, SplitDay: true);

    [Fact]
    public void Manual_A_has_the_values_made_by_hand() => Check("data/bandicoot/manual/A.csv", "data/bandicoot/manual/A.json", Whole, 4, 31);

    [Fact]
    public void Manual_A_in_the_form_of_Orange_has_the_values_made_by_hand() => Check("data/bandicoot/manual/A_orange.csv", "data/bandicoot/manual/A.json", Whole, 4, 31);

    [Fact]
    public void Manual_A_in_the_form_of_Orange_agrees_by_week_its_records_not_struck_out() =>
        Check("data/bandicoot/manual/A_orange.csv", "data/bandicoot/regressions/manual_a_orange_network.json", WeekExtendedSplits, 7, 1350);

    [Fact]
    public void Manual_B_has_the_values_made_by_hand() => Check("data/bandicoot/manual/B.csv", "data/bandicoot/manual/B.json", Whole, 3, 21);

    [Fact]
    public void Manual_A_by_week_agrees_in_every_non_spatial_value() => Check("data/bandicoot/manual/A.csv", "data/bandicoot/regressions/manual_a.json", WeekExtendedSplits, 7, 1350);

    [Fact]
    public void The_ego_of_the_network_agrees_in_every_non_spatial_value() =>
        Check("data/bandicoot/network/ego.csv", "data/bandicoot/regressions/ego.json", WeekExtendedSplits, 7, 1350, reciprocated: true);

    [Fact]
    public void The_sample_user_agrees_in_every_non_spatial_value() =>
        Check("truth/bandicoot/sample_user/sample_user.csv", "data/bandicoot/regressions/sample_user.json", WeekExtendedSplits with { Grouping = Grouping.None }, 7, 675, reciprocated: true);

    [Theory]
    [InlineData("day", "default", "nosplit")]
    [InlineData("month", "default", "nosplit")]
    [InlineData("none", "default", "nosplit")]
    [InlineData("none", "default", "split")]
    [InlineData("none", "extended", "nosplit")]
    [InlineData("none", "extended", "split")]
    [InlineData("week", "default", "nosplit")]
    [InlineData("week", "default", "split")]
    [InlineData("week", "extended", "nosplit")]
    [InlineData("week", "extended", "split")]
    public void Values_made_with_bandicoot_agree(string period, string summary, string split)
    {
        var options = new IndicatorOptions(Enum.Parse<Grouping>(period, true), Enum.Parse<Summary>(summary, true), split == "split", split == "split");
        Check("truth/bandicoot/sample_user/sample_user.csv", $"truth/bandicoot/expected/sample_user__{period}__{summary}__{split}.json", options, 7, null, reciprocated: true);
        Check("data/bandicoot/u_test2.csv", $"truth/bandicoot/expected/u_test2__{period}__{summary}__{split}.json", options, 7, null);
    }

    static void Check(string records, string expected, IndicatorOptions options, int decimals, int? values, bool reciprocated = false)
    {
        var path = SharedData.Path(records);
        var list = reciprocated ? BandicootFiles.Network(path).Ego : BandicootFiles.Personal(path);
        var seen = Lens.None.Observe(BandicootFiles.Log("ego of the file", list));
        var table = IndicatorCalculator.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), options, TestContext.Current.CancellationToken);
        var row = Enumerable.Range(0, table.Parties.Count).Single(r => seen.NameOf(table.Parties[r]) == "ego of the file");
        var ours = table.Names.Select((name, c) => (name, Value: table.Row(row)[c])).ToDictionary(v => v.name, v => v.Value);

        var theirs = BandicootFiles.Expected(SharedData.Path(expected)).Where(e => ours.ContainsKey(e.Key)).ToList();
        if (values is not null) Assert.Equal(values, theirs.Count);
        else Assert.Equal(ours.Count, theirs.Count);
        var wrong = theirs.Where(e => e.Value is { } x ? !(Math.Abs(x - ours[e.Key]) < 1.5 * Math.Pow(10, -decimals)) : !double.IsNaN(ours[e.Key])).Select(e => $"{e.Key}: theirs {e.Value}, ours {ours[e.Key]}").ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {theirs.Count} differ:\n{string.Join('\n', wrong.Take(20))}");
    }
}
