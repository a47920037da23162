using NodaTime;

namespace MetaLens.Analyzers.Indicators;

/// <summary>Which indicators to compute.</summary>
/// <param name="Grouping">Cut into periods; values become mean and standard deviation over the periods that hold a record.</param>
/// <param name="Summary">What is told of a distribution.</param>
/// <param name="SplitWeek">Whether to add weekdays and weekends (Saturday, Sunday) apart.</param>
/// <param name="SplitDay">Whether to add day and night (19:00–07:00, both ends included) apart.</param>
public sealed record IndicatorOptions(Grouping Grouping = Grouping.None, Summary Summary = Summary.Default, bool SplitWeek = false, bool SplitDay = false)
{
    /// <summary>Which indicators.</summary>
    public IndicatorSet Set { get; init; } = IndicatorSet.Basic;

    /// <summary>Silence that ends a conversation, above 0; bandicoot's is an hour.</summary>
    public Duration ConversationGap
    {
        get;
        init => field = value > Duration.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A silence that ends a conversation is above 0.");
    } = Duration.FromHours(1);

    /// <summary>Part of the records (and call seconds) that the fewest contacts are to hold, above 0 … 1; bandicoot's is 0.8.</summary>
    public double ParetoShare
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A share is above 0 and at most 1.");
    } = 0.8;

    /// <summary>A contact counts with more records than this, 0 …; bandicoot's is 0.</summary>
    public int MoreThan
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A number of records is 0 or more.");
    }
}
