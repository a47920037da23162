namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>
/// To whom a sender writes of its own accord, when part of its messages are answers: Danezis, Diaz and Troncoso, "Two-Sided Statistical Disclosure Attack" (2007), <c>doi:10.1007/978-3-540-75551-7_3</c>. Whom an answer goes to is among
/// those who sent in the round in which the sender received, a few rounds before; the same attack the other way round says who of them writes to the sender.
/// </summary>
public static class TwoSidedDisclosure
{
    /// <summary>
    /// Score of every recipient: what a sender's rounds hold above the background, less what answers explain, per message that is no answer. After each round in which the sender received, a share of its messages of the next
    /// <paramref name="horizon"/> rounds are answers, to the senders of the rounds in which it received, as likely as they seem to write to it. All 0 when the sender never sent. O(rounds · (recipients + horizon · senders)).
    /// </summary>
    /// <param name="rounds">The rounds; senders and recipients are the same parties.</param>
    /// <param name="sender">Whose contacts.</param>
    /// <param name="replyShare">Share of the sender's messages that are answers when there is something to answer, 0 … 0.95.</param>
    /// <param name="horizon">Within how many rounds an answer comes, 1 … 1,000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static double[] Scores(BatchRounds rounds, int sender, double replyShare, int horizon)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        if (!(replyShare is >= 0 and <= 0.95)) throw new ArgumentOutOfRangeException(nameof(replyShare), replyShare, "0 … 0.95.");
        if (horizon is < 1 or > 1000) throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "1 … 1,000 rounds.");
        var scores = BatchDisclosure.WithBackground(rounds, sender);
        var sent = rounds.Sent.Sum(s => s[sender]);
        if (sent == 0) return scores;
        var writers = BatchDisclosure.WithBackground(new BatchRounds(rounds.Received, rounds.Sent), sender);
        var answers = new double[scores.Length];
        var answered = 0.0;
        for (var i = 0; i < rounds.Sent.Length; i++)
        {
            var own = rounds.Sent[i][sender];
            if (own <= 0) continue;
            var candidates = new double[scores.Length];
            var sum = 0.0;
            for (var j = Math.Max(0, i - horizon); j < i; j++)
            {
                if (rounds.Received[j][sender] is not (> 0 and var received)) continue;
                for (var p = 0; p < candidates.Length; p++)
                {
                    var weight = p == sender ? 0 : received * rounds.Sent[j][p] * Math.Max(0, writers[p]);
                    candidates[p] += weight;
                    sum += weight;
                }
            }
            if (sum == 0) continue;
            answered += own * replyShare;
            for (var p = 0; p < candidates.Length; p++) answers[p] += own * replyShare * candidates[p] / sum;
        }
        for (var r = 0; r < scores.Length; r++) scores[r] = ((scores[r] * sent) - answers[r]) / (sent - answered);
        return scores;
    }
}
