namespace MetaLens.Reports.Findings;

/// <summary>The certainty words, used alike everywhere.</summary>
public static class CertaintyWords
{
    /// <summary>The word.</summary>
    public static string Word(this Certainty certainty) => certainty switch
    {
        Certainty.Shown => "shown",
        Certainty.Likely => "likely",
        Certainty.ConsistentWith => "consistent with",
        _ => "cannot tell",
    };

    /// <summary>What the word means, in a few more.</summary>
    public static string Meaning(this Certainty certainty) => certainty switch
    {
        Certainty.Shown => "it stands in the records",
        Certainty.Likely => "the rule is right in at least 80 % of cases on public data",
        Certainty.ConsistentWith => "better than chance, not more",
        _ => "the records do not say",
    };
}
