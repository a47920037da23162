namespace MetaLens.Analyzers.Indicators;

/// <summary>Which indicators to compute.</summary>
/// <param name="Grouping">Cut into periods; values become mean and standard deviation over the periods that hold a record.</param>
/// <param name="Summary">What is told of a distribution.</param>
/// <param name="SplitWeek">Whether to add weekdays and weekends (Saturday, Sunday) apart.</param>
/// <param name="SplitDay">Whether to add day and night (19:00–07:00, both ends included) apart.</param>
public sealed record IndicatorOptions(Grouping Grouping = Grouping.None, Summary Summary = Summary.Default, bool SplitWeek = false, bool SplitDay = false);
