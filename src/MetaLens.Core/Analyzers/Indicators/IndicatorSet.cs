namespace MetaLens.Analyzers.Indicators;

/// <summary>Which indicators to compute.</summary>
public enum IndicatorSet
{
    /// <summary>Those of bandicoot.</summary>
    Basic,
    /// <summary>Those of bandicoot and those it lacks: bursts, memory, hours, sizes, groups, contacts by direction.</summary>
    All,
}
