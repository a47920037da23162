using MetaLens.Learning;
using MetaLens.Lenses;

namespace MetaLens.Attacks.ReplyLinks;

/// <summary>
/// Which earlier message of a group each message answers, from time, sender and size alone; where rows name a single recipient, whom they address counts, too. Boosted trees let the last 30 messages compete for each answer; setting
/// and part of the features as Kummerfeld et al. (ACL 2019), <c>doi:10.18653/v1/P19-1374</c>, without those of content; rows after the answer count, as whoever holds the log has them.
/// </summary>
public sealed class ReplyModel
{
    /// <summary>How many rows back an answer is looked for.</summary>
    public const int Candidates = 30;

    // Those further back teach little and would double the time.
    const int CandidatesLearnedFrom = 16;
    readonly BoostedTrees _model;

    ReplyModel(BoostedTrees model) => _model = model;

    /// <summary>Learns from conversations whose reply links are known. O(links · candidates · features · trees).</summary>
    /// <param name="seen">What the observer has.</param>
    /// <param name="links">Row that answers → row answered, both of one conversation.</param>
    /// <param name="options">How the trees are grown; always one answer per message.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="ArgumentException">No links.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static ReplyModel Fit(Observation seen, IReadOnlyCollection<(int Later, int Earlier)> links, BoostedTreesOptions options, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(options);
        var conversations = new ConversationRows(seen);
        var habits = new ReplyHabits(seen, conversations);
        var answered = links.ToLookup(l => l.Later, l => l.Earlier);
        int[] queries = [.. answered.Select(a => a.Key).Order()];
        var found = new double[queries.Length][][];
        Parallel.For(0, queries.Length, new ParallelOptions { CancellationToken = stop }, q => found[q] = Features(seen, conversations, habits, queries[q], CandidatesLearnedFrom));
        List<bool> labels = [];
        List<int> subjects = [];
        for (var q = 0; q < queries.Length; q++)
        {
            var (rows, place) = conversations.At(queries[q]);
            for (var i = 0; i < found[q].Length; i++)
            {
                labels.Add(answered[queries[q]].Contains(rows[place - 1 - i]));
                subjects.Add(queries[q]);
            }
        }
        return new ReplyModel(BoostedTrees.Fit(new LabelledRows([.. found.SelectMany(f => f)], labels, subjects), options with { OneAnswerPerSubject = true }, stop));
    }

    /// <summary>For each of some rows the row that it most likely answers and how likely that is, if it answers one of the last 30; −1 and 0 for the first row of a conversation.</summary>
    /// <param name="seen">What the observer has.</param>
    /// <param name="rows">Rows asked about.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public (int Row, double Probability)[] Predict(Observation seen, IReadOnlyList<int> rows, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(rows);
        var conversations = new ConversationRows(seen);
        var habits = new ReplyHabits(seen, conversations);
        var answers = new (int Row, double Probability)[rows.Count];
        Parallel.For(0, rows.Count, new ParallelOptions { CancellationToken = stop }, i =>
        {
            var scores = Array.ConvertAll(Features(seen, conversations, habits, rows[i], Candidates), f => _model.Score(f));
            if (scores.Length == 0)
            {
                answers[i] = (-1, 0);
                return;
            }
            var (inOrder, place) = conversations.At(rows[i]);
            var best = Array.IndexOf(scores, scores.Max());
            answers[i] = (inOrder[place - 1 - best], 1 / scores.Sum(s => Math.Exp(s - scores[best])));
        });
        return answers;
    }

    static double[][] Features(Observation seen, ConversationRows conversations, ReplyHabits habits, int row, int candidates)
    {
        var (rows, place) = conversations.At(row);
        return new ReplyFeatures(seen, rows, place, habits).Of(candidates);
    }
}
