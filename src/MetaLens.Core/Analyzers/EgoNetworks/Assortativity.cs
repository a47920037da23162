namespace MetaLens.Analyzers.EgoNetworks;

/// <summary>How alike a person and its reciprocated contacts are, as bandicoot defines it.</summary>
public static class Assortativity
{
    /// <summary>Mean squared difference between the ego's value and each contact's, at least 0; values that are not defined (NaN) are left out, NaN when none is left. O(contacts).</summary>
    public static double OfIndicator(double ego, IEnumerable<double> contacts) =>
        contacts.Where(x => !double.IsNaN(x)).Select(x => (ego - x) * (ego - x)).DefaultIfEmpty(double.NaN).Average();

    /// <summary>For each attribute of the ego the share of the contacts with attributes who have the same value, 0 … 1; null where no contact has any. O(attributes · contacts).</summary>
    public static IReadOnlyDictionary<string, double?> OfAttributes(IReadOnlyDictionary<string, string> ego, IReadOnlyList<IReadOnlyDictionary<string, string>> contacts)
    {
        ArgumentNullException.ThrowIfNull(ego);
        ArgumentNullException.ThrowIfNull(contacts);
        return ego.ToDictionary(a => a.Key, a => contacts.Count == 0 ? (double?)null : (double)contacts.Count(c => c.GetValueOrDefault(a.Key) == a.Value) / contacts.Count);
    }
}
