using MetaLens.Analyzers;
using MetaLens.Analyzers.Unicity;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Unicity;

public class UnicityCalculatorTests
{
    static IReadOnlyList<UnicityShare> Shares(Observation seen, PointKind kind) => UnicityCalculator.Of(seen, kind, 4, 10, seed: 1, stop: TestContext.Current.CancellationToken);

    // By hand: ann and bob share every hour, so neither is ever unique by hours; each has one contact, which only it has.
    [Fact]
    public void Two_who_only_write_to_each_other_are_told_apart_by_contacts_and_never_by_hours()
    {
        var seen = Logs.Seen(("ann", "bob", 0), ("bob", "ann", 7200));
        Assert.Equal((0.0, 2), (Shares(seen, PointKind.Hour)[0].Share, Shares(seen, PointKind.Hour)[0].Subjects));
        Assert.Equal((1.0, 2), (Shares(seen, PointKind.Contact)[0].Share, Shares(seen, PointKind.Contact)[0].Subjects));
        Assert.Equal((double.NaN, 0), (Shares(seen, PointKind.Contact)[1].Share, Shares(seen, PointKind.Contact)[1].Subjects));
    }

    // By hand: in the one hour of both, ann sends and bob receives: direction tells them apart.
    [Fact]
    public void Directions_and_days_are_points_too()
    {
        var once = Logs.Seen(("ann", "bob", 0));
        Assert.Equal(0, Shares(once, PointKind.Hour)[0].Share);
        Assert.Equal(1, Shares(once, PointKind.HourAndDirection)[0].Share);
        var twoDays = Logs.Seen(("ann", "cy", 0), ("bob", "cy", 86_400));
        Assert.Equal((1, 3), (Shares(twoDays, PointKind.ContactAndDay)[0].Share, Shares(twoDays, PointKind.ContactAndDay)[0].Subjects));
        // Ann and bob have the same contact; only the day tells them apart.
        Assert.InRange(Shares(twoDays, PointKind.Contact)[0].Share, 0.3, 0.4);
        Assert.Equal((double.NaN, 0), (Shares(Logs.Seen(("ann", "ann", 0)), PointKind.ContactAndDay)[0].Share, Shares(Logs.Seen(("ann", "ann", 0)), PointKind.ContactAndDay)[0].Subjects));
    }

    [Fact]
    public void Some_stand_for_all_with_an_interval_as_wide_as_their_number_has_it()
    {
        var seen = Lens.None.Observe(Logs.CollegeMsg());
        var all = Shares(seen, PointKind.Hour)[3];
        var some = UnicityCalculator.Of(seen, PointKind.Hour, 4, 10, seed: 1, mostAsked: 400, stop: TestContext.Current.CancellationToken)[3];
        Assert.Equal(all.Subjects, some.Subjects);
        Assert.InRange(all.Share, some.Low, some.High);
        Assert.InRange(some.High - some.Low, 1.5 * (all.High - all.Low), 2.5 * (all.High - all.Low));
    }

    // Percentages of an independent script on the same files (10 draws per user): p = 2, 3, 4. Its draws differ, hence a tolerance of 1.5 points.
    [Theory]
    [InlineData("collegemsg", PointKind.Hour, 19.4, 53.4, 78.8)]
    [InlineData("collegemsg", PointKind.Contact, 18.7, 54.7, 79.1)]
    [InlineData("email-eu", PointKind.Hour, 2.8, 10.1, 26.8)]
    [InlineData("email-eu", PointKind.Contact, 5.1, 17.1, 31.9)]
    [InlineData("copenhagen", PointKind.Hour, 3.5, 17.6, 32.2)]
    [InlineData("copenhagen", PointKind.Contact, 83.8, 96.8, 99.7)]
    [InlineData("manufacturing", PointKind.Hour, 2.3, 4.7, 9.5)]
    [InlineData("manufacturing", PointKind.Contact, 1.9, 1.4, 2.4)]
    public void Public_data_give_the_known_shares(string data, PointKind kind, params double[] percent)
    {
        var log = data switch { "collegemsg" => Logs.CollegeMsg(), "email-eu" => Logs.EmailEu(), "copenhagen" => Logs.CopenhagenSms(), _ => Logs.Manufacturing() };
        var shares = Shares(Lens.None.Observe(log), kind);
        Assert.All(percent.Select((expected, i) => (expected, found: shares[i + 1].Share * 100)), x => Assert.InRange(x.found, x.expected - 1.5, x.expected + 1.5));
    }

    // By hand: 0.8 h^(−½) lies on a line of slope −½; a share of 0 has no logarithm, and two resolutions make no fit.
    [Fact]
    public void A_power_law_is_fitted_as_such()
    {
        var decay = UnicityDecay.Fit(4, [(1, 0.8), (4, 0.4), (16, 0.2), (64, 0)])!;
        Assert.Equal((4, 0.8, 0.5, 1.0), (decay.Points, Math.Round(decay.Alpha, 12), Math.Round(decay.Beta, 12), Math.Round(decay.Determination, 12)));
        Assert.Null(UnicityDecay.Fit(4, [(1, 0.8), (4, 0.4), (16, 0)]));
    }

    // By hand: ann is active at 0 and 2 h, bob at 1 and 3 h, cy with both. One hour is never only one party's; two are only cy's where one is ann's and one bob's; told in fours they are one.
    [Fact]
    public void Hours_told_as_one_hide_people()
    {
        var seen = Logs.Seen(("ann", "cy", 0), ("bob", "cy", 3600), ("ann", "cy", 7200), ("bob", "cy", 10_800));
        double Of(int joined) => UnicityCalculator.Of(seen, PointKind.Hour, 1, 10, seed: 1, joined, stop: TestContext.Current.CancellationToken)[0].Share;
        Assert.Equal(0, Of(1));
        double Two(int joined) => UnicityCalculator.Of(seen, PointKind.Hour, 2, 100, seed: 1, joined, stop: TestContext.Current.CancellationToken)[1].Share;
        // Of cy's six pairs four are mixed, and ann's and bob's are never theirs alone: (4/6)/3.
        Assert.InRange(Two(1), 0.15, 0.3);
        Assert.Equal(0, Of(4));
        Assert.Equal(double.NaN, Two(4));
    }

    // de Montjoye et al. 2013: the coarser, the fewer, nearly along a power law.
    [Fact]
    public void Unicity_of_CollegeMsg_falls_with_coarseness_along_a_power_law()
    {
        var analysis = AnalysisCatalog.Find("unicity")!;
        var arguments = new AnalysisArguments(analysis, new Dictionary<string, string> { ["coarsest"] = "16" });
        var table = analysis.Run(Lens.None.Observe(Logs.CollegeMsg()), arguments, TestContext.Current.CancellationToken);
        var four = table.Rows.Where(r => r[0] is 4).Select(r => (Joined: (int)r[1]!, Share: (double)r[2]!)).ToArray();
        Assert.Equal([1, 2, 4, 8, 16], four.Select(f => f.Joined));
        Assert.Equal(four.OrderByDescending(f => f.Share), four);
        Assert.InRange(UnicityDecay.Fit(4, four)!.Determination, 0.7, 1);
        Assert.Contains("With 4 points known: share = ", table.Notes[^1], StringComparison.Ordinal);
    }
}
