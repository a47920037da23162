using MetaLens.Learning;
using Xunit;

namespace MetaLens.Core.Tests.Learning;

public class ReliabilityTests
{
    [Fact]
    public void The_expected_error_is_the_mean_distance_of_promise_and_outcome()
    {
        // By hand: bin 0.1 … 0.2 promises 0.15 and holds 0 of 2; bin 0.9 … 1 promises 0.95 and holds 1 of 2: (2 · 0.15 + 2 · 0.45)/4.
        var reliability = Reliability.Of([0.1, 0.2 - 1e-9, 0.9, 1.0], [false, false, true, false]);
        Assert.Equal(0.3, reliability.ExpectedError, 6);
        Assert.Equal([(0.0, 2), (0.5, 2)], reliability.Bins.Select(b => (b.ShareOfYes, b.Count)));
    }

    [Fact]
    public void Nothing_has_no_error() => Assert.True(double.IsNaN(Reliability.Of([], []).ExpectedError));
}
