namespace MetaLens.Learning;

/// <summary>A binary tree in heap order: the children of node i are 2i + 1 (at most the threshold) and 2i + 2.</summary>
/// <param name="Feature">Which feature a node asks for; −1 for a leaf.</param>
/// <param name="Threshold">The largest value that goes left.</param>
/// <param name="Leaf">What a leaf answers.</param>
sealed record RegressionTree(int[] Feature, double[] Threshold, double[] Leaf)
{
    public double Value(ReadOnlySpan<double> features)
    {
        var node = 0;
        while (Feature[node] >= 0) node = (2 * node) + (features[Feature[node]] <= Threshold[node] ? 1 : 2);
        return Leaf[node];
    }
}
