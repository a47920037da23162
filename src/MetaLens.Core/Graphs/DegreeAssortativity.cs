namespace MetaLens.Graphs;

/// <summary>
/// Whether the well connected are tied to the well connected: the correlation (Pearson) of degrees over ties, counted from both ends when undirected; when directed, of the
/// sender's out-degree and the recipient's in-degree.
/// Source: Newman, "Mixing patterns in networks", Phys. Rev. E 67, 026126 (2003), doi 10.1103/PhysRevE.67.026126.
/// </summary>
public static class DegreeAssortativity
{
    /// <summary>−1 … 1; null without ties or where one side has no variance (all degrees equal). O(edges).</summary>
    public static double? Of(CommunicationGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var incoming = new int[graph.NodeCount];
        foreach (var u in graph.Target) incoming[u]++;
        long count = graph.Target.Length;
        double sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
        for (var v = 0; v < graph.NodeCount; v++)
        {
            double x = graph.Degree(v);
            foreach (var u in graph.Neighbours(v))
            {
                double y = incoming[u];
                (sx, sy, sxx, syy, sxy) = (sx + x, sy + y, sxx + (x * x), syy + (y * y), sxy + (x * y));
            }
        }
        // Degrees are whole numbers, so these differences are exact and 0 means no variance.
        double vx = (count * sxx) - (sx * sx), vy = (count * syy) - (sy * sy);
        return vx <= 0 || vy <= 0 ? null : ((count * sxy) - (sx * sy)) / Math.Sqrt(vx * vy);
    }
}
