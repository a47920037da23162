namespace MetaLens.Reports.Charts;

/// <summary>Finds places for labels beside dots so that no label covers a dot or another label. Who finds no place goes without; the table names everybody.</summary>
static class LabelPlacement
{
    const double High = 15;

    /// <summary>Places labels, the most important dot first. O(labels × dots).</summary>
    /// <param name="dots">Middle and radius of each dot, pixels, with its label; more important first.</param>
    /// <param name="width">Width of the picture.</param>
    /// <param name="height">Height of the picture.</param>
    /// <returns>For each dot the left end of its label's baseline, or null.</returns>
    public static (double X, double Y)?[] Place(IReadOnlyList<(double X, double Y, double Radius, string Label)> dots, double width, double height)
    {
        var taken = new List<(double Left, double Top, double Right, double Bottom)>();
        foreach (var (x, y, r, _) in dots) taken.Add((x - r, y - r, x + r, y + r));
        var places = new (double X, double Y)?[dots.Count];
        for (var i = 0; i < dots.Count; i++)
        {
            var (x, y, r, label) = dots[i];
            var wide = Lettering.Width(label, 12);
            ReadOnlySpan<(double X, double Y)> candidates =
                [(x + r + 3, y + 4), (x - r - 3 - wide, y + 4), (x - (wide / 2), y - r - 4), (x - (wide / 2), y + r + 13), (x + r, y - r), (x + r, y + r + 9), (x - r - wide, y - r), (x - r - wide, y + r + 9)];
            foreach (var (left, baseline) in candidates)
            {
                var (top, right, bottom) = (baseline - High + 3, left + wide, baseline + 3);
                if (left < 0 || right > width || top < 0 || bottom > height) continue;
                var free = true;
                for (var t = 0; t < taken.Count && free; t++)
                    free = t == i || taken[t].Left >= right || taken[t].Right <= left || taken[t].Top >= bottom || taken[t].Bottom <= top;
                if (!free) continue;
                taken.Add((left, top, right, bottom));
                places[i] = (left, baseline);
                break;
            }
        }
        return places;
    }
}
