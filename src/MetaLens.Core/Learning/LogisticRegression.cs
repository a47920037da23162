using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace MetaLens.Learning;

/// <summary>
/// Logistic regression with a ridge: ln odds = b + Σ w_k z_k over standardised features z. Explainable: <see cref="Weights"/> say how much one standard deviation of a feature changes the log odds.
/// Fitted by Newton's method (iteratively reweighted least squares), as in Hastie, Tibshirani and Friedman, "The Elements of Statistical Learning", 4.4.1, <c>doi:10.1007/978-0-387-84858-7</c>.
/// </summary>
public sealed class LogisticRegression : IPairClassifier
{
    const int MaximumSteps = 50;
    const double Converged = 1e-9;
    readonly double[] _mean, _spread;
    readonly double _intercept;

    LogisticRegression(double[] mean, double[] spread, double intercept, ImmutableArray<double> weights) =>
        (_mean, _spread, _intercept, Weights) = (mean, spread, intercept, weights);

    /// <summary>Change of the log odds per standard deviation of each feature.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <inheritdoc/>
    public double Probability(ReadOnlySpan<double> features)
    {
        var logOdds = _intercept;
        for (var k = 0; k < _mean.Length; k++) logOdds += Weights[k] * (features[k] - _mean[k]) / _spread[k];
        return Sigmoid(logOdds);
    }

    /// <summary>Fits a model. O(steps · examples · features²).</summary>
    /// <param name="rows">At least one example.</param>
    /// <param name="ridge">Penalty λ/2 · Σ w² on the summed log loss, above 0; the intercept is free.</param>
    /// <exception cref="ArgumentException">No examples, or a feature that is no finite number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The penalty is not above 0.</exception>
    public static LogisticRegression Fit(LabelledRows rows, double ridge = 1)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Features.Count == 0) throw new ArgumentException("A model needs at least one example.", nameof(rows));
        if (rows.Features.Any(f => !f.All(double.IsFinite))) throw new ArgumentException("Features are finite numbers.", nameof(rows));
        if (!(ridge > 0)) throw new ArgumentOutOfRangeException(nameof(ridge), ridge, "The penalty is above 0.");
        int n = rows.Features.Count, width = rows.Features[0].Length;
        double[] mean = new double[width], spread = new double[width];
        for (var k = 0; k < width; k++)
        {
            mean[k] = rows.Features.Average(f => f[k]);
            spread[k] = Math.Sqrt(rows.Features.Average(f => (f[k] - mean[k]) * (f[k] - mean[k])));
            if (spread[k] < 1e-12) spread[k] = 1;
        }
        var x = Matrix<double>.Build.Dense(n, width + 1, (i, k) => k == width ? 1 : (rows.Features[i][k] - mean[k]) / spread[k]);
        var y = Vector<double>.Build.Dense(n, i => rows.Labels[i] ? 1 : 0);
        // A whisper of a penalty on the intercept keeps the system solvable when all labels are equal.
        var penalty = Matrix<double>.Build.DenseDiagonal(width + 1, width + 1, k => k == width ? 1e-6 : ridge);
        var w = Vector<double>.Build.Dense(width + 1);
        for (var step = 0; step < MaximumSteps; step++)
        {
            var p = (x * w).Map(Sigmoid);
            var weighted = Matrix<double>.Build.Dense(n, width + 1, (i, k) => x[i, k] * p[i] * (1 - p[i]));
            var change = (x.TransposeThisAndMultiply(weighted) + penalty).Cholesky().Solve(x.TransposeThisAndMultiply(y - p) - (penalty * w));
            w += change;
            if (change.L2Norm() < Converged) break;
        }
        return new LogisticRegression(mean, spread, w[width], [.. w.Take(width)]);
    }

    static double Sigmoid(double logOdds) => 1 / (1 + Math.Exp(-logOdds));
}
