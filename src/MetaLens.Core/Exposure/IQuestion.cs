using MetaLens.Lenses;

namespace MetaLens.Exposure;

/// <summary>One of the ten questions. All of them stand in <c>QuestionCatalog.All</c>.</summary>
public interface IQuestion
{
    /// <summary>What it asks and how answers are scored.</summary>
    QuestionCard Card { get; }

    /// <summary>Whether it is about what was sent, not about who sent it when: then it is asked anew where encryption hides nothing else.</summary>
    bool IsAboutContent => false;

    /// <summary>Answers from the view alone, then scores the answer against the truth.</summary>
    /// <param name="view">What the observer has.</param>
    /// <param name="key">Whom and what the observation stands for; used for scoring only.</param>
    /// <param name="truth">The log and what follows from it.</param>
    /// <param name="stop">Stops it.</param>
    Measurement Ask(LensView view, AnswerKey key, Truth truth, CancellationToken stop);

    /// <summary>The number as a sentence with its denominator.</summary>
    string Sentence(Estimate estimate);

    /// <summary>How this observer would infer it, in a sentence.</summary>
    string Method(LensView view);

    /// <summary>What would stop it, in a sentence.</summary>
    string Stop { get; }
}
