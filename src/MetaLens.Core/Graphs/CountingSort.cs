namespace MetaLens.Graphs;

/// <summary>Stable sorting by small whole numbers in linear time.</summary>
static class CountingSort
{
    /// <summary>Positions in an order of rising key.</summary>
    /// <param name="key">Key of each item, 0 … keys − 1.</param>
    /// <param name="order">Items in the order that settles ties; null = as they stand.</param>
    /// <param name="keys">Number of keys.</param>
    public static int[] Order(int[] key, int[]? order, int keys)
    {
        var start = new int[keys + 1];
        foreach (var k in key) start[k + 1]++;
        for (var k = 0; k < keys; k++) start[k + 1] += start[k];
        var sorted = new int[key.Length];
        for (var i = 0; i < key.Length; i++)
        {
            var item = order is null ? i : order[i];
            sorted[start[key[item]]++] = item;
        }
        return sorted;
    }
}
