namespace MetaLens.Exposure;

/// <summary>Ranks with ties sharing the middle of their places.</summary>
static class MidRanks
{
    public static double[] Of(double[] values)
    {
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort((double[])values.Clone(), order);
        var ranks = new double[values.Length];
        for (var i = 0; i < order.Length;)
        {
            var j = i + 1;
            while (j < order.Length && values[order[j]].Equals(values[order[i]])) j++;
            for (var k = i; k < j; k++) ranks[order[k]] = (i + j - 1) / 2.0;
            i = j;
        }
        return ranks;
    }
}
