namespace MetaLens.Analyzers.Rhythm;

/// <summary>Sleep as silence shows it. Silence is longer than sleep: the estimate is an upper bound of its length.</summary>
/// <param name="Nights">Nights with a silence of 3 … 16 hours round the middle of the quiet window.</param>
/// <param name="MidHour">Circular mean of the middles of those silences, local, 0 … 24; NaN without a night.</param>
/// <param name="MedianHours">Median length of those silences in hours; NaN without a night.</param>
/// <param name="SocialJetLagHours">Mid-sleep of the nights to Saturday and Sunday less that of the others, −12 … 12; NaN without both. Wittmann et al., Chronobiology International 23:497 (2006), doi 10.1080/07420520500545979.</param>
public sealed record SleepEstimate(int Nights, double MidHour, double MedianHours, double SocialJetLagHours);
