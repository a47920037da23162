namespace MetaLens.Exposure;

/// <summary>One cell of the exposure matrix: how well one question is answered through one lens.</summary>
/// <param name="Question">Id of the question.</param>
/// <param name="Lens">Id of the lens.</param>
/// <param name="Score">The question's own score, 0 … 1; null when it does not apply.</param>
/// <param name="Chance">What guessing scores, 0 … 1.</param>
/// <param name="Exposure">(score − chance)/(1 − chance) clipped to 0 … 1: 0 = as good as guessing, 1 = as good as holding the records. Null when there is no number.</param>
/// <param name="Low">Lower end of the 95 % interval of <paramref name="Exposure"/>.</param>
/// <param name="High">Upper end of the 95 % interval of <paramref name="Exposure"/>.</param>
/// <param name="Subjects">How many people, pairs or messages the score rests on.</param>
/// <param name="Sentence">The number as a sentence with its denominator; why there is none, where there is none.</param>
/// <param name="Method">How the observer would infer it through this lens, in a sentence.</param>
/// <param name="Stop">What would stop it, in a sentence.</param>
/// <param name="Reason">Why there is no number; null when there is one.</param>
public sealed record ExposureCell(
    string Question, string Lens, double? Score, double? Chance, double? Exposure, double? Low, double? High, int Subjects,
    string Sentence, string Method, string Stop, string? Reason)
{
    /// <summary>The exposure in a word: all, most, some, little, nothing; "–" without a number.</summary>
    public string Word => Exposure switch
    {
        null => "–",
        >= 0.95 => "all",
        >= 0.6 => "most",
        >= 0.25 => "some",
        >= 0.05 => "little",
        _ => "nothing",
    };
}
