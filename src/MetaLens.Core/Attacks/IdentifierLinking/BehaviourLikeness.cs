namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>How alike two parties behave: a weighted sum of the likeness of numbers, rhythm and signature.</summary>
static class BehaviourLikeness
{
    const float NumbersWeight = 1, RhythmWeight = 2, SignatureWeight = 1;
    // Squared difference in spreads that counts as wholly different, and what an unknown number counts.
    const float LargestDifference = 4, UnknownDifference = 1;

    /// <summary>Rows: parties of the later side; columns: of the earlier.</summary>
    public static DenseMatrix Of(PartyBehaviour later, PartyBehaviour earlier, bool sameClock)
    {
        var likeness = new DenseMatrix(later.Parties.Length, earlier.Parties.Length);
        AddNumbers(likeness, later.Numbers, earlier.Numbers);
        if (sameClock)
        {
            AddProducts(likeness, later.WeekSending, earlier.WeekSending, RhythmWeight / 2);
            AddProducts(likeness, later.WeekReceiving, earlier.WeekReceiving, RhythmWeight / 2);
        }
        AddProducts(likeness, later.Signature, earlier.Signature, SignatureWeight / 2);
        return likeness;
    }

    static void AddNumbers(DenseMatrix likeness, DenseMatrix later, DenseMatrix earlier)
    {
        var n = later.Columns;
        for (var k = 0; k < n; k++)
        {
            var spread = Spread(later, earlier, k);
            if (spread <= 0) continue;
            for (var r = 0; r < likeness.Rows; r++)
                for (var c = 0; c < likeness.Columns; c++)
                {
                    var d = (later[r][k] - earlier[c][k]) / spread;
                    likeness[r][c] -= NumbersWeight / n * (float.IsNaN(d) ? UnknownDifference : Math.Min(LargestDifference, d * d));
                }
        }
    }

    static float Spread(DenseMatrix later, DenseMatrix earlier, int k)
    {
        double sum = 0, squares = 0;
        var count = 0;
        foreach (var m in (ReadOnlySpan<DenseMatrix>)[later, earlier])
            for (var r = 0; r < m.Rows; r++)
                if (!float.IsNaN(m[r][k])) (sum, squares, count) = (sum + m[r][k], squares + (m[r][k] * m[r][k]), count + 1);
        return count < 2 ? 0 : (float)Math.Sqrt(Math.Max(0, (squares / count) - (sum / count * (sum / count))));
    }

    static void AddProducts(DenseMatrix likeness, DenseMatrix later, DenseMatrix earlier, float weight)
    {
        var turned = earlier.Transposed();
        for (var r = 0; r < likeness.Rows; r++)
            for (var k = 0; k < later.Columns; k++)
                if (later[r][k] != 0) DenseMatrix.AddScaled(likeness[r], turned[k], weight * later[r][k]);
    }
}
