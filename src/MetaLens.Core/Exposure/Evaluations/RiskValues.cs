namespace MetaLens.Exposure.Evaluations;

/// <summary>A risk as further numbers of an evaluation: <c>risk</c>, <c>risk_low</c>, <c>risk_high</c>; NaN where nothing can be concluded.</summary>
static class RiskValues
{
    public static IEnumerable<NamedValue> Of(RiskEstimate risk) =>
        [new("risk", risk.Value ?? double.NaN), new("risk_low", risk.Low ?? double.NaN), new("risk_high", risk.High ?? double.NaN)];
}
