namespace MetaLens.Analyzers.Rhythm;

/// <summary>Where on earth the clock behind some messages stands.</summary>
/// <param name="OffsetHours">The most probable UTC offset in hours, −12 … 14, of those in use somewhere at the time.</param>
/// <param name="LowHours">Lowest offset of the smallest set of offsets that holds 95 % of the probability, counted round the earth from the estimate: UTC+12 appears as −12 where the estimate is −7.</param>
/// <param name="HighHours">Highest offset of that set.</param>
/// <param name="ProbabilityWithinOneHour">Probability that the true offset is within an hour of the estimate, 0 … 1.</param>
/// <param name="Places">Zones that kept the offset then, most inhabitants first.</param>
public sealed record ZoneEstimate(double OffsetHours, double LowHours, double HighHours, double ProbabilityWithinOneHour, IReadOnlyList<string> Places)
{
    /// <summary>"likely" from four in five, "consistent with" from two in five, else "cannot tell".</summary>
    public string Certainty => ProbabilityWithinOneHour switch { >= 0.8 => "likely", >= 0.4 => "consistent with", _ => "cannot tell" };

    /// <summary>The offset as usually written: UTC−07:00.</summary>
    public string Text
    {
        get
        {
            var minutes = (int)Math.Round(Math.Abs(OffsetHours) * 60);
            return FormattableString.Invariant($"UTC{(OffsetHours < 0 ? '−' : '+')}{minutes / 60:00}:{minutes % 60:00}");
        }
    }
}
