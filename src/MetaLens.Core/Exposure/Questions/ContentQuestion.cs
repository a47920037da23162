using MetaLens.Lenses;

namespace MetaLens.Exposure.Questions;

/// <summary>What was said?</summary>
public sealed class ContentQuestion : Question<bool>
{
    /// <inheritdoc/>
    public override QuestionCard Card { get; } = new("content", "What was said?", "The share of all messages whose content the observer can read.", "0: nobody guesses a message.", "messages");

    /// <inheritdoc/>
    public override string Stop => "End-to-end encryption.";

    /// <inheritdoc/>
    public override bool IsAboutContent => true;

    /// <inheritdoc/>
    public override bool Answer(LensView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Seen.ContentReadable;
    }

    /// <inheritdoc/>
    public override Measurement Score(bool answer, AnswerKey key, Truth truth)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(truth);
        var read = new double[truth.Full.Count];
        if (!answer) return new MeanMeasurement(read, new double[read.Length]);
        // Messages of the log that the observer holds; in a restricted log, counted by their share.
        var seen = new bool[truth.Log.Count];
        for (var row = 0; row < key.RowCount; row++)
            if (key.MessageOf(row) is >= 0 and var message) seen[message] = true;
        var i = 0;
        for (var m = 0; m < truth.Log.Count; m++)
            if (ObservationWindow.Communication.Contains(truth.Log.SentAt[m], truth.Log.Kind[m])) read[i++] = seen[m] ? 1 : 0;
        return new MeanMeasurement(read, new double[read.Length]);
    }

    /// <inheritdoc/>
    public override string Sentence(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return $"Of {Number(estimate.Subjects)} messages, this observer could read {Number(estimate.Score * estimate.Subjects)} ({Percent(estimate.Score)}).";
    }

    /// <inheritdoc/>
    public override string Method(LensView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Seen.ContentReadable ? "Nothing is inferred: what was said lies open." : "Nothing can be inferred from ciphertext about the words themselves.";
    }
}
