using MetaLens.Exposure.Evaluations;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Exposure.Evaluations;

public class SinglingOutEvaluationTests
{
    [Fact]
    public void People_with_hours_of_their_own_are_singled_out_and_the_control_and_the_blind_are_not()
    {
        // Forty people who write in hours that nobody else uses: by hand, any four of them fit the writer alone, and nobody of the other half.
        var found = Evaluate(Lens.None, Pairs(hourOf: (pair, i) => (pair * 10) + i));
        Assert.Equal(0, Also(found, "control"), 12);
        Assert.InRange(Also(found, "baseline"), 0, 0.05);
        Assert.Equal(1, found.Main.Value);
        Assert.InRange(Also(found, "risk"), Also(found, "risk_low"), Also(found, "risk_high"));
        // Wilson's centres of n of n and of 0 of n, z² = 3.8416: ((n + z²/2) − z²/2)/((n + z²) − z²/2).
        double n = found.Main.Subjects;
        Assert.Equal(n / (n + (3.8416 / 2)), Also(found, "risk"), 1e-4);
    }

    [Fact]
    public void Where_everybody_writes_in_the_same_hours_nobody_is_singled_out_and_no_risk_is_concluded()
    {
        var found = Evaluate(Lens.None, Pairs(hourOf: (_, i) => i));
        Assert.Equal(0, found.Main.Value);
        Assert.Equal(double.NaN, Also(found, "risk"));
    }

    [Fact]
    public void Times_kept_to_the_day_single_out_fewer()
    {
        var log = Logs.Random(seed: 6, actors: 60, messages: 2000, days: 20);
        var (fine, coarse) = (Evaluate(Lens.None, log), Evaluate(LensText.Parse("round=1d"), log));
        Assert.Equal((1, 24), (Also(fine, "step_hours"), Also(coarse, "step_hours")));
        Assert.True(coarse.Main.High < fine.Main.Low, $"{coarse.Main} {fine.Main}");
    }

    [Fact]
    public void A_log_in_which_nobody_has_four_hours_is_refused() =>
        Assert.Contains("found nobody", Assert.Throws<ArgumentException>(() => Evaluate(Lens.None, Logs.Of(("a", "b", 0), ("b", "a", 1)))).Message, StringComparison.Ordinal);

    static Evaluation Evaluate(Lens lens, MessageLog log) =>
        new SinglingOutEvaluation().Evaluate(new LabelledView(log, lens, new LabelTable("none", []), 0, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

    static double Also(Evaluation found, string name) => found.Also.First(a => a.Name == name).Value;

    static MessageLog Pairs(Func<int, int, int> hourOf) =>
        Logs.Of([.. Enumerable.Range(0, 40).SelectMany(pair => Enumerable.Range(0, 6), (pair, i) => ($"a{pair}", $"b{pair}", hourOf(pair, i) * 3600L))]);
}
