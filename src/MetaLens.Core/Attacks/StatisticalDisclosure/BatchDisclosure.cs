using MathNet.Numerics.LinearAlgebra;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>
/// The statistical disclosure family: to whom each sender writes, from batches. Every method gives one score per recipient; only their order within a sender is meant.
/// </summary>
public static class BatchDisclosure
{
    /// <summary>
    /// Danezis (2003), <c>doi:10.1007/978-0-387-35691-4_40</c>: mean share of each recipient over the sender's rounds times the batch, minus (batch − 1) times a uniform background. NaN-free; all 0 when the
    /// sender never sent. O(rounds · recipients).
    /// </summary>
    public static double[] Plain(BatchRounds rounds, int sender)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        var n = RecipientCount(rounds);
        var scores = new double[n];
        var own = 0;
        for (var i = 0; i < rounds.Sent.Length; i++)
        {
            if (rounds.Sent[i][sender] <= 0) continue;
            own++;
            var batch = rounds.Received[i].Sum();
            for (var r = 0; r < n; r++) scores[r] += rounds.Received[i][r] - ((batch - 1) / n);
        }
        for (var r = 0; r < n && own > 0; r++) scores[r] /= own;
        return scores;
    }

    /// <summary>
    /// Mathewson and Dingledine (2004), <c>doi:10.1007/11423409_2</c>: the background is the mean share of each recipient in rounds without the sender; what exceeds it, per message of the sender. All 0 when
    /// the sender never sent. O(rounds · recipients).
    /// </summary>
    public static double[] WithBackground(BatchRounds rounds, int sender)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        var n = RecipientCount(rounds);
        double[] scores = new double[n], background = new double[n];
        double without = 0, sent = 0;
        for (var i = 0; i < rounds.Sent.Length; i++)
        {
            var batch = rounds.Received[i].Sum();
            if (rounds.Sent[i][sender] > 0 || batch <= 0) continue;
            without++;
            for (var r = 0; r < n; r++) background[r] += rounds.Received[i][r] / batch;
        }
        for (var r = 0; r < n; r++) background[r] = without > 0 ? background[r] / without : 1.0 / n;
        for (var i = 0; i < rounds.Sent.Length; i++)
        {
            var own = rounds.Sent[i][sender];
            if (own <= 0) continue;
            sent += own;
            var others = rounds.Received[i].Sum() - own;
            for (var r = 0; r < n; r++) scores[r] += rounds.Received[i][r] - (others * background[r]);
        }
        for (var r = 0; r < n && sent > 0; r++) scores[r] /= sent;
        return scores;
    }

    /// <summary>
    /// Pérez-González and Troncoso (2012), <c>doi:10.1007/978-3-642-31680-7_11</c>: least squares of what was received on what was sent, all senders at once, with a ridge; negative shares are cut to 0 and rows scaled
    /// to 1. O(rounds · senders · (senders + recipients) + senders³).
    /// </summary>
    /// <param name="rounds">The rounds.</param>
    /// <param name="ridge">Added to the diagonal of XᵀX, above 0: keeps senders who always send together apart from infinity.</param>
    /// <returns>One row per sender, one column per recipient; a row is all 0 where nothing positive is left.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The ridge is not above 0.</exception>
    public static double[][] LeastSquares(BatchRounds rounds, double ridge = 1)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        if (!(ridge > 0)) throw new ArgumentOutOfRangeException(nameof(ridge), ridge, "The ridge is above 0.");
        if (rounds.Sent.IsEmpty) return [];
        var x = Matrix<double>.Build.DenseOfRowArrays(rounds.Sent);
        var y = Matrix<double>.Build.DenseOfRowArrays(rounds.Received);
        var normal = x.TransposeThisAndMultiply(x) + (ridge * Matrix<double>.Build.DenseIdentity(x.ColumnCount));
        var shares = normal.Cholesky().Solve(x.TransposeThisAndMultiply(y)).ToRowArrays();
        foreach (var row in shares)
        {
            for (var r = 0; r < row.Length; r++) row[r] = Math.Max(0, row[r]);
            var sum = row.Sum();
            for (var r = 0; r < row.Length && sum > 0; r++) row[r] /= sum;
        }
        return shares;
    }

    static int RecipientCount(BatchRounds rounds) => rounds.Received.IsEmpty ? 0 : rounds.Received[0].Length;
}
