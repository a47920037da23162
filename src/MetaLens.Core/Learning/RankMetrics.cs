namespace MetaLens.Learning;

/// <summary>How well scores put yes before no.</summary>
public static class RankMetrics
{
    /// <summary>
    /// Area under the ROC curve: the probability that a random yes scores above a random no, ties counting half. 0 … 1, chance 0.5; NaN without a yes or without a no. O(n log n).
    /// Equal to the Mann–Whitney U over the product of both counts: <c>doi:10.1148/radiology.143.1.7063747</c>.
    /// </summary>
    public static double AreaUnderCurve(IReadOnlyList<double> scores, IReadOnlyList<bool> labels)
    {
        var order = Order(scores, labels);
        double above = 0, yes = 0, no = 0;
        for (var i = 0; i < order.Length;)
        {
            double tiedYes = 0, tiedNo = 0;
            var score = scores[order[i]];
            for (; i < order.Length && scores[order[i]] == score; i++)
                if (labels[order[i]]) tiedYes++;
                else tiedNo++;
            above += tiedNo * (yes + (tiedYes / 2));
            yes += tiedYes;
            no += tiedNo;
        }
        return above / (yes * no);
    }

    /// <summary>
    /// Average precision: the mean over every yes of the precision at its place, scores falling; equal scores share one place, as if taken together. 0 … 1, chance = share of yes; NaN without a yes. O(n log n).
    /// </summary>
    public static double AveragePrecision(IReadOnlyList<double> scores, IReadOnlyList<bool> labels)
    {
        var order = Order(scores, labels);
        double sum = 0, yes = 0;
        for (var i = 0; i < order.Length;)
        {
            var tied = 0;
            var score = scores[order[i]];
            for (; i < order.Length && scores[order[i]] == score; i++) tied += labels[order[i]] ? 1 : 0;
            yes += tied;
            sum += tied * yes / i;
        }
        return sum / yes;
    }

    static int[] Order(IReadOnlyList<double> scores, IReadOnlyList<bool> labels)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(labels);
        if (scores.Count != labels.Count) throw new ArgumentException($"Scores and labels belong together; found {scores.Count} and {labels.Count}.", nameof(labels));
        return [.. Enumerable.Range(0, scores.Count).OrderByDescending(i => scores[i])];
    }
}
