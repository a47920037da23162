using MetaLens.Exposure;
using Xunit;

namespace MetaLens.Core.Tests.Exposure;

public class RiskEstimateTests
{
    [Fact]
    public void Risk_is_what_the_attack_has_above_the_control()
    {
        // By hand: Wilson centres of 60 and 20 of 100 (z = 1.96): 0.59630 ± 0.09430 and 0.21110 ± 0.07773; R = 0.38520/0.78890 = 0.48828, spread √(0.11953² + 0.05042²) = 0.12973.
        var risk = RiskEstimate.Of((60, 100), (20, 100), (10, 100));
        Assert.Equal(0.4883, risk.Value!.Value, 3);
        Assert.Equal(0.4883 - 0.1297, risk.Low!.Value, 3);
        Assert.Equal(0.4883 + 0.1297, risk.High!.Value, 3);
    }

    [Fact]
    public void Nothing_is_concluded_where_guessing_does_as_well()
    {
        var risk = RiskEstimate.Of((10, 100), (5, 100), (10, 100));
        Assert.Null(risk.Value);
        Assert.Equal("guessing does as well as the attack", risk.Reason);
    }

    [Fact]
    public void An_attack_below_its_control_has_no_risk() => Assert.Equal((0, 0), RiskEstimate.Of((20, 100), (60, 100), (1, 100)) is { } r ? (r.Value, r.Low) : default);

    [Fact]
    public void Nobody_to_attack_gives_no_number() => Assert.NotNull(RiskEstimate.Of((0, 0), (0, 10), (0, 10)).Reason);

    [Fact]
    public void Rights_are_no_more_than_tries() => Assert.Throws<ArgumentOutOfRangeException>(() => RiskEstimate.Of((11, 10), (0, 10), (0, 10)));
}
