using MetaLens.Learning;
using MetaLens.Lenses;

namespace MetaLens.Attacks.ReplyLinks;

/// <summary>
/// Which earlier message of a group each message answers, from time, sender and size alone; where rows name a single recipient, whom they address counts, too. A logistic regression over the
/// last messages, as the linear model of Kummerfeld et al. (ACL 2019), <c>doi:10.18653/v1/P19-1374</c>, without its features of content.
/// </summary>
public sealed class ReplyModel
{
    const int Candidates = 30;
    readonly LogisticRegression _model;

    ReplyModel(LogisticRegression model) => _model = model;

    /// <summary>Learns from conversations whose reply links are known. O(links · candidates).</summary>
    /// <param name="seen">What the observer has.</param>
    /// <param name="links">Row that answers → row answered, both of one conversation.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentException">No links.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ReplyModel Fit(Observation seen, IReadOnlyCollection<(int Later, int Earlier)> links, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(links);
        var conversations = new ConversationRows(seen);
        var answered = links.ToLookup(l => l.Later, l => l.Earlier);
        List<double[]> features = [];
        List<bool> labels = [];
        List<int> subjects = [];
        foreach (var later in answered.Select(a => a.Key).Order())
        {
            stop.ThrowIfCancellationRequested();
            var (rows, place) = conversations.At(later);
            for (var c = place - 1; c >= Math.Max(0, place - Candidates); c--)
            {
                features.Add(ReplyFeatures.Of(seen, rows, c, place));
                labels.Add(answered[later].Contains(rows[c]));
                subjects.Add(later);
            }
        }
        return new ReplyModel(LogisticRegression.Fit(new LabelledRows(features, labels, subjects)));
    }

    /// <summary>The row that each of some rows most likely answers; −1 for the first row of a conversation.</summary>
    /// <param name="seen">What the observer has.</param>
    /// <param name="rows">Rows asked about.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public int[] Predict(Observation seen, IReadOnlyList<int> rows, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(rows);
        var conversations = new ConversationRows(seen);
        var answers = new int[rows.Count];
        for (var i = 0; i < answers.Length; i++)
        {
            stop.ThrowIfCancellationRequested();
            var (inOrder, place) = conversations.At(rows[i]);
            var best = double.NegativeInfinity;
            answers[i] = -1;
            for (var c = place - 1; c >= Math.Max(0, place - Candidates); c--)
                if (_model.Probability(ReplyFeatures.Of(seen, inOrder, c, place)) is var p && p > best) (best, answers[i]) = (p, inOrder[c]);
        }
        return answers;
    }
}
