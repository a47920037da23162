namespace MetaLens.Reports.Findings;

/// <summary>How sure a finding is, from least to most.</summary>
public enum Certainty
{
    /// <summary>The records do not say.</summary>
    CannotTell,

    /// <summary>Better than chance.</summary>
    ConsistentWith,

    /// <summary>A rule that was right in at least 80 % of cases on public data where the truth is known.</summary>
    Likely,

    /// <summary>It stands in the records.</summary>
    Shown,
}
