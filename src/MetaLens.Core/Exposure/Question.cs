using MetaLens.Lenses;

namespace MetaLens.Exposure;

/// <summary>A question with a typed answer: the answer is made of the view alone, the truth comes in only when it is scored.</summary>
/// <typeparam name="TAnswer">What an observer answers.</typeparam>
public abstract class Question<TAnswer> : IQuestion
{
    /// <inheritdoc/>
    public abstract QuestionCard Card { get; }

    /// <inheritdoc/>
    public abstract string Stop { get; }

    /// <inheritdoc/>
    public virtual bool IsAboutContent => false;

    /// <summary>The observer's answer.</summary>
    public abstract TAnswer Answer(LensView view, CancellationToken stop);

    /// <summary>Why the records cannot score any answer; null where they can. Asked first: what cannot be scored is not answered.</summary>
    protected virtual string? WhyNot(Truth truth) => null;

    /// <summary>The answer held against the truth.</summary>
    public abstract Measurement Score(TAnswer answer, AnswerKey key, Truth truth);

    /// <inheritdoc/>
    public abstract string Sentence(Estimate estimate);

    /// <inheritdoc/>
    public abstract string Method(LensView view);

    /// <inheritdoc/>
    public Measurement Ask(LensView view, AnswerKey key, Truth truth, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(truth);
        return WhyNot(truth) is { } reason ? Measurement.None(reason) : Score(view == truth.View ? truth.AnswerOf(this) : Answer(view, stop), key, truth);
    }

    /// <summary>A share as people say it: <c>33 %</c>, <c>0.4 %</c>.</summary>
    protected static string Percent(double share) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(share >= 0.1 || share == 0 ? Math.Round(share * 100) : share >= 0.001 ? Math.Round(share * 100, 1) : Math.Round(share * 100, 3)):0.###} %");

    /// <summary>A whole number with its thousands parted.</summary>
    protected static string Number(double number) => Math.Round(number).ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
