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
    /// Smart noise: as <see cref="WithBackground"/>, but the background is what those who sent along usually cause: each co-sender's mean share of each recipient over its own rounds, by its messages in the sender's
    /// rounds. All 0 when the sender never sent. O(rounds · (senders + recipients) · co-senders' rounds).
    /// </summary>
    public static double[] SmartNoise(BatchRounds rounds, int sender)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        var n = RecipientCount(rounds);
        double[] scores = new double[n], along = new double[rounds.Sent.IsEmpty ? 0 : rounds.Sent[0].Length];
        var sent = 0.0;
        for (var i = 0; i < rounds.Sent.Length; i++)
        {
            if (rounds.Sent[i][sender] is not (> 0 and var own)) continue;
            sent += own;
            for (var r = 0; r < n; r++) scores[r] += rounds.Received[i][r];
            for (var s = 0; s < along.Length; s++) along[s] += s == sender ? 0 : rounds.Sent[i][s];
        }
        if (sent == 0) return scores;
        // A co-sender's messages outside the sender's rounds tell what it causes by itself.
        var elsewhere = new double[along.Length];
        var noise = new double[n];
        for (var i = 0; i < rounds.Sent.Length; i++)
            if (rounds.Sent[i][sender] <= 0)
                for (var s = 0; s < along.Length; s++) elsewhere[s] += rounds.Sent[i][s];
        for (var i = 0; i < rounds.Sent.Length; i++)
        {
            var batch = rounds.Received[i].Sum();
            if (rounds.Sent[i][sender] > 0 || batch <= 0) continue;
            var weight = 0.0;
            for (var s = 0; s < along.Length; s++) weight += elsewhere[s] > 0 ? rounds.Sent[i][s] * along[s] / elsewhere[s] : 0;
            for (var r = 0; r < n && weight > 0; r++) noise[r] += weight * rounds.Received[i][r] / batch;
        }
        for (var r = 0; r < n; r++) scores[r] = (scores[r] - noise[r]) / sent;
        return scores;
    }

    /// <summary>
    /// Pérez-González and Troncoso (2012), <c>doi:10.1007/978-3-642-31680-7_3</c>: least squares of what was received on what was sent, all senders at once, with a ridge; negative shares are cut to 0 and rows scaled
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

    /// <summary>
    /// Least squares under the condition that no share is negative: coordinate descent on the normal equations (Franc, Hlaváč and Navara, <c>doi:10.1007/11556121_50</c>). O(rounds · senders² + sweeps · senders² · recipients).
    /// </summary>
    /// <param name="rounds">The rounds.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>One row per sender, scaled to 1; all 0 where nothing is left.</returns>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static double[][] NonNegative(BatchRounds rounds, CancellationToken stop)
    {
        const int Sweeps = 40;
        ArgumentNullException.ThrowIfNull(rounds);
        if (rounds.Sent.IsEmpty) return [];
        var x = Matrix<double>.Build.DenseOfRowArrays(rounds.Sent);
        var normal = x.TransposeThisAndMultiply(x).ToRowArrays();
        var right = x.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfRowArrays(rounds.Received)).ToColumnArrays();
        var senders = normal.Length;
        double[][] shares = [.. Enumerable.Range(0, senders).Select(_ => new double[right.Length])];
        Parallel.For(0, right.Length, new ParallelOptions { CancellationToken = stop }, r =>
        {
            var share = new double[senders];
            double[] slope = [.. right[r].Select(b => -b)];
            for (var sweep = 0; sweep < Sweeps; sweep++)
                for (var s = 0; s < senders; s++)
                {
                    if (normal[s][s] <= 0) continue;
                    var step = Math.Max(0, share[s] - (slope[s] / normal[s][s])) - share[s];
                    if (step == 0) continue;
                    share[s] += step;
                    for (var t = 0; t < senders; t++) slope[t] += step * normal[s][t];
                }
            for (var s = 0; s < senders; s++) shares[s][r] = share[s];
        });
        foreach (var row in shares)
        {
            var sum = row.Sum();
            for (var r = 0; r < row.Length && sum > 0; r++) row[r] /= sum;
        }
        return shares;
    }

    static int RecipientCount(BatchRounds rounds) => rounds.Received.IsEmpty ? 0 : rounds.Received[0].Length;
}
