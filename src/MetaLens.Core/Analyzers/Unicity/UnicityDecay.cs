namespace MetaLens.Analyzers.Unicity;

/// <summary>
/// How fast a few points stop singling people out when time is told more coarsely: share ≈ α h^(−β), h the hours (or days) told as one. Each doubling of h leaves 2^(−β) of the share.
/// Form: de Montjoye et al., Scientific Reports 3:1376 (2013), doi 10.1038/srep01376.
/// </summary>
/// <param name="Points">Number of points known.</param>
/// <param name="Alpha">Fitted share at h = 1, above 0.</param>
/// <param name="Beta">Exponent; 0 = rounding does not help, larger = it helps more.</param>
/// <param name="Determination">Part of the variance of ln share that the line explains (R²), 0 … 1; 1 where there is none.</param>
public sealed record UnicityDecay(int Points, double Alpha, double Beta, double Determination)
{
    /// <summary>Least squares of ln share on ln h; null with fewer than three different h of a share above 0. O(shares).</summary>
    /// <param name="points">Number of points known.</param>
    /// <param name="shares">Shares singled out by the hours (days) told as one, each at least 1.</param>
    public static UnicityDecay? Fit(int points, IEnumerable<(int Joined, double Share)> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        (double X, double Y)[] seen = [.. shares.Where(s => s.Share > 0).Select(s => (Math.Log(s.Joined), Math.Log(s.Share)))];
        if (seen.Select(s => s.X).Distinct().Count() < 3) return null;
        double x = seen.Average(s => s.X), y = seen.Average(s => s.Y);
        double xx = seen.Sum(s => (s.X - x) * (s.X - x)), xy = seen.Sum(s => (s.X - x) * (s.Y - y)), yy = seen.Sum(s => (s.Y - y) * (s.Y - y));
        var slope = xy / xx;
        return new UnicityDecay(points, Math.Exp(y - slope * x), 0 - slope, yy == 0 ? 1 : xy * xy / (xx * yy));
    }
}
