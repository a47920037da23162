namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>Turns likeness into shares of belief that respect that nobody is two: rows and columns are scaled in turn (Sinkhorn).</summary>
static class SoftMatching
{
    const int Scalings = 8;

    /// <param name="likeness">How alike.</param>
    /// <param name="sharpness">How much a difference in likeness counts; belief ∝ e^(sharpness · likeness).</param>
    public static DenseMatrix Of(DenseMatrix likeness, float sharpness)
    {
        var belief = new DenseMatrix(likeness.Rows, likeness.Columns);
        for (var r = 0; r < belief.Rows; r++)
        {
            var best = float.MinValue;
            foreach (var x in likeness[r]) best = Math.Max(best, x);
            for (var c = 0; c < belief.Columns; c++) belief[r][c] = MathF.Exp(sharpness * (likeness[r][c] - best));
        }
        var columnSum = new float[belief.Columns];
        for (var i = 0; i < Scalings; i++)
        {
            ScaleRows(belief);
            Array.Clear(columnSum);
            for (var r = 0; r < belief.Rows; r++) DenseMatrix.AddScaled(columnSum, belief[r], 1);
            for (var r = 0; r < belief.Rows; r++)
            {
                var row = belief[r];
                for (var c = 0; c < row.Length; c++) row[c] /= Math.Max(1e-20f, columnSum[c]);
            }
        }
        ScaleRows(belief);
        return belief;
    }

    static void ScaleRows(DenseMatrix belief)
    {
        for (var r = 0; r < belief.Rows; r++)
        {
            var sum = 0f;
            foreach (var x in belief[r]) sum += x;
            if (sum <= 0) continue;
            foreach (ref var x in belief[r]) x /= sum;
        }
    }
}
