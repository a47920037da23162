using MetaLens.Reports.Languages;

namespace MetaLens.Reports.Findings;

/// <summary>The certainty words, used alike everywhere.</summary>
public static class CertaintyWords
{
    /// <summary>The word.</summary>
    public static string Word(this Certainty certainty, Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return certainty switch
        {
            Certainty.Shown => language["certainty.shown"],
            Certainty.Likely => language["certainty.likely"],
            Certainty.ConsistentWith => language["certainty.consistent-with"],
            _ => language["certainty.cannot-tell"],
        };
    }

    /// <summary>What the word means, in a few more.</summary>
    public static string Meaning(this Certainty certainty, Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return certainty switch
        {
            Certainty.Shown => language["certainty.shown.meaning"],
            Certainty.Likely => language["certainty.likely.meaning"],
            Certainty.ConsistentWith => language["certainty.consistent-with.meaning"],
            _ => language["certainty.cannot-tell.meaning"],
        };
    }
}
