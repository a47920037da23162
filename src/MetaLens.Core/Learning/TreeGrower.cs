namespace MetaLens.Learning;

/// <summary>Grows one tree level by level on slopes and curvatures of the loss: each node is cut where the loss falls most, G²/(H + λ) being what a leaf with slope G and curvature H gains.</summary>
sealed class TreeGrower(FeatureBins bins, BoostedTreesOptions options, double[] slope, double[] curve, double[] gains)
{
    readonly int[] _examples = [.. Enumerable.Range(0, bins.Count)];
    readonly int[] _aside = new int[bins.Count];

    /// <summary>Grows it and adds what it answers to the examples' scores.</summary>
    public RegressionTree Grow(double[] scores)
    {
        var size = (1 << (options.Depth + 1)) - 1;
        var tree = new RegressionTree(new int[size], new double[size], new double[size]);
        Array.Fill(tree.Feature, -1);
        var level = new List<(int Node, int From, int To, double[][] Sums)> { (0, 0, bins.Count, Sums(0, bins.Count)) };
        for (var depth = 0; level.Count > 0; depth++)
        {
            var below = new List<(int, int, int, double[][])>();
            foreach (var (node, from, to, sums) in level)
            {
                var cut = depth < options.Depth ? Best(sums) : default;
                if (cut.Gain <= 0)
                {
                    var (g, h) = Total(sums[0]);
                    tree.Leaf[node] = -options.LearningRate * g / (h + options.Ridge + 1e-12);
                    for (var i = from; i < to; i++) scores[_examples[i]] += tree.Leaf[node];
                    continue;
                }
                gains[cut.Feature] += cut.Gain;
                (tree.Feature[node], tree.Threshold[node]) = (cut.Feature, bins.Upper[cut.Feature][cut.Bin]);
                var middle = Part(from, to, bins.Column[cut.Feature], cut.Bin);
                // The larger child is what the smaller leaves of the parent.
                var leftIsSmaller = middle - from <= to - middle;
                var smaller = leftIsSmaller ? Sums(from, middle) : Sums(middle, to);
                for (var k = 0; k < sums.Length; k++)
                    for (var b = 0; b < sums[k].Length; b++) sums[k][b] -= smaller[k][b];
                below.Add(((2 * node) + 1, from, middle, leftIsSmaller ? smaller : sums));
                below.Add(((2 * node) + 2, middle, to, leftIsSmaller ? sums : smaller));
            }
            level = below;
        }
        return tree;
    }

    // Per feature and bin: slope, curvature, examples.
    double[][] Sums(int from, int to)
    {
        double[] g = new double[to - from], h = new double[to - from];
        for (var i = from; i < to; i++) (g[i - from], h[i - from]) = (slope[_examples[i]], curve[_examples[i]]);
        var sums = new double[bins.Width][];
        Parallel.For(0, bins.Width, k =>
        {
            var of = new double[3 * (bins.Upper[k].Length + 1)];
            sums[k] = of;
            // Nothing can be asked of a constant; the first feature's sums also give the totals.
            if (of.Length == 3 && k > 0) return;
            var column = bins.Column[k];
            for (var i = 0; i < g.Length; i++)
            {
                var at = 3 * column[_examples[from + i]];
                of[at] += g[i];
                of[at + 1] += h[i];
                of[at + 2]++;
            }
        });
        return sums;
    }

    (double Gain, int Feature, int Bin) Best(double[][] sums)
    {
        var (wholeG, wholeH) = Total(sums[0]);
        var best = (Gain: 1e-9, Feature: -1, Bin: -1);
        for (var k = 0; k < sums.Length; k++)
        {
            double g = 0, h = 0, n = 0, all = 0;
            for (var at = 2; at < sums[k].Length; at += 3) all += sums[k][at];
            for (var bin = 0; bin < bins.Upper[k].Length; bin++)
            {
                (g, h, n) = (g + sums[k][3 * bin], h + sums[k][(3 * bin) + 1], n + sums[k][(3 * bin) + 2]);
                if (n < options.LeafExamples || all - n < options.LeafExamples) continue;
                var gain = Gain(g, h) + Gain(wholeG - g, wholeH - h) - Gain(wholeG, wholeH);
                if (gain > best.Gain) best = (gain, k, bin);
            }
        }
        return best.Feature < 0 ? default : best;
    }

    double Gain(double g, double h) => g * g / (h + options.Ridge + 1e-12);

    static (double G, double H) Total(double[] sums)
    {
        double g = 0, h = 0;
        for (var at = 0; at < sums.Length; at += 3) (g, h) = (g + sums[at], h + sums[at + 1]);
        return (g, h);
    }

    // Those that go left keep their order and come first, then those that go right.
    int Part(int from, int to, byte[] column, int bin)
    {
        int left = from, right = 0;
        for (var i = from; i < to; i++)
            if (column[_examples[i]] <= bin) _examples[left++] = _examples[i];
            else _aside[right++] = _examples[i];
        Array.Copy(_aside, 0, _examples, left, right);
        return left;
    }
}
