namespace MetaLens.Analyzers.Indicators;

/// <summary>What is told of a distribution.</summary>
public enum Summary
{
    /// <summary>Mean and standard deviation.</summary>
    Default,
    /// <summary>Mean, standard deviation, median, skewness, kurtosis, minimum, maximum.</summary>
    Extended,
}
