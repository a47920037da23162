namespace MetaLens.Exposure;

/// <summary>Who is among the first k, with equal values sharing the last places: a membership of 0 … 1 each, k in all. O(k · values).</summary>
static class TopShare
{
    public static Dictionary<int, double> Of(IReadOnlyList<(int Item, double Value)> values, int k)
    {
        var top = new Dictionary<int, double>();
        double left = k, last = double.PositiveInfinity;
        while (left > 1e-12)
        {
            var (next, equal) = (double.NegativeInfinity, 0);
            foreach (var (_, value) in values)
            {
                if (value >= last || value < next) continue;
                (next, equal) = (value, value > next ? 1 : equal + 1);
            }
            if (equal == 0) break;
            var each = Math.Min(1, left / equal);
            foreach (var (item, value) in values)
                if (value == next) top[item] = each;
            left -= each * equal;
            last = next;
        }
        return top;
    }
}
