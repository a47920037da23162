namespace MetaLens.Analyzers.Indicators;

/// <summary>What is told of a distribution.</summary>
public enum Summary
{
    /// <summary>Mean and standard deviation.</summary>
    Default,
    /// <summary>Mean, standard deviation, median, skewness, kurtosis, minimum, maximum.</summary>
    Extended,
    /// <summary>Every value; only for the whole time (bandicoot's summary of none).</summary>
    Full,
}
