using MetaLens.Lenses;

namespace MetaLens.Attacks.ReplyLinks;

/// <summary>
/// Which earlier row of its conversation each row answers, by a rule that needs no training: the nearer in rows and minutes the likelier, more so when both senders took turns before, less so when it is
/// the row's own sender. For logs without known reply links; with some, <see cref="ReplyModel"/> does better.
/// </summary>
public static class ReplyRule
{
    const int Candidates = 30, Memory = 60;
    const double Minute = 60_000;

    /// <summary>The rows that one row may answer with their weights, best first, together 1; empty for the first row of a conversation. O(candidates).</summary>
    internal static IReadOnlyList<(int Row, double Score)> Of(Observation seen, ReadOnlySpan<int> rows, int place)
    {
        var sender = seen.Sender[rows[place]];
        var partners = new HashSet<int>();
        for (var k = Math.Max(1, place - Memory); k < place; k++)
            if ((seen.Sender[rows[k]] == sender) != (seen.Sender[rows[k - 1]] == sender)) partners.Add(seen.Sender[rows[k]] == sender ? seen.Sender[rows[k - 1]] : seen.Sender[rows[k]]);
        var scored = new List<(int Row, double Score)>();
        var sum = 0.0;
        for (var c = place - 1; c >= Math.Max(0, place - Candidates); c--)
        {
            var minutes = (seen.SeenAt[rows[place]] - seen.SeenAt[rows[c]]) / Minute;
            var from = seen.Sender[rows[c]];
            var weight = (from == sender ? 0.7 : partners.Contains(from) ? 1.5 : 1) / ((place - c) * (1 + minutes));
            sum += weight;
            scored.Add((rows[c], weight));
        }
        return [.. scored.Select(s => (s.Row, s.Score / sum)).OrderByDescending(s => s.Item2).ThenByDescending(s => s.Row)];
    }

    /// <summary>The row that each of some rows most likely answers; −1 for the first row of a conversation. O(rows · 30).</summary>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static int[] Predict(Observation seen, IReadOnlyList<int> rows, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(rows);
        var conversations = new ConversationRows(seen);
        return [.. rows.Select(row =>
        {
            stop.ThrowIfCancellationRequested();
            var (inOrder, place) = conversations.At(row);
            return Of(seen, inOrder, place) is [var best, ..] ? best.Row : -1;
        })];
    }
}
