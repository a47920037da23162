namespace MetaLens.Graphs;

/// <summary>Packs the components of a layout side by side: the largest in the middle, each next one at the first free place on a spiral outwards.</summary>
static class DiscPacking
{
    /// <summary>Moves the points of every disc (centred on the origin before) to its place. O(discs² · turns), small because far places are never revisited.</summary>
    public static void Pack(List<LayoutDisc> discs, (double X, double Y)[] at)
    {
        var placed = new List<(double X, double Y, double Radius)>();
        // Equal discs go on from where the last one found room: nearer places are taken.
        double turn = 0, lastRadius = double.NaN;
        foreach (var disc in discs.OrderByDescending(d => d.Radius).ThenBy(d => d.Members[0]))
        {
            if (disc.Radius != lastRadius) turn = 0;
            lastRadius = disc.Radius;
            var (x, y) = Spiral(turn, disc.Radius);
            while (Overlaps(placed, x, y, disc.Radius))
            {
                turn += Math.Min(0.5, 1 / (1 + turn));
                (x, y) = Spiral(turn, disc.Radius);
            }
            placed.Add((x, y, disc.Radius));
            foreach (var v in disc.Members) at[v] = (at[v].X + x, at[v].Y + y);
        }
    }

    // Wider than high, because pages are.
    static (double X, double Y) Spiral(double turn, double radius)
    {
        var (sin, cos) = Math.SinCos(turn * 2.5);
        return (1.3 * radius * turn * 0.5 * cos, radius * turn * 0.5 * sin);
    }

    static bool Overlaps(List<(double X, double Y, double Radius)> placed, double x, double y, double radius)
    {
        foreach (var other in placed)
        {
            double dx = other.X - x, dy = other.Y - y, apart = other.Radius + radius;
            if ((dx * dx) + (dy * dy) < apart * apart) return true;
        }
        return false;
    }
}
