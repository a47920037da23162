namespace MetaLens.Exposure;

/// <summary>Who is among the first k, with equal values sharing the last places: a membership of 0 … 1 each, k in all.</summary>
static class TopShare
{
    public static Dictionary<int, double> Of(IReadOnlyCollection<(int Item, double Value)> values, int k)
    {
        var top = new Dictionary<int, double>();
        var left = (double)k;
        foreach (var equal in values.GroupBy(v => v.Value).OrderByDescending(g => g.Key))
        {
            var items = equal.Select(e => e.Item).ToList();
            var each = Math.Min(1, left / items.Count);
            foreach (var item in items) top[item] = each;
            left -= each * items.Count;
            if (left <= 1e-12) break;
        }
        return top;
    }
}
