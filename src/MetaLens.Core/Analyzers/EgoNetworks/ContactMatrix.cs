namespace MetaLens.Analyzers.EgoNetworks;

/// <summary>
/// Who had how much to do with whom around one person, as bandicoot defines it: row sends, column receives. Where the sender's own records are not there the receiver's are taken; where neither's are, nothing is
/// known (null). A tie counts when it goes both ways.
/// </summary>
public sealed class ContactMatrix
{
    readonly long?[,] _sent;

    ContactMatrix(string[] names, long?[,] sent)
    {
        Names = names;
        _sent = sent;
    }

    /// <summary>The ego, then its contacts in order of name.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>From one to another; null = not known.</summary>
    public long? this[int from, int to] => _sent[from, to];

    /// <summary>The matrix of an ego and everybody it has a record with. O(contacts²) time and memory.</summary>
    /// <param name="ego">The ego's name.</param>
    /// <param name="own">The ego's own counts.</param>
    /// <param name="others">Counts of the contacts whose records are there.</param>
    public static ContactMatrix Of(string ego, ContactCounts own, IReadOnlyDictionary<string, ContactCounts> others)
    {
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(others);
        string[] names = [ego, .. own.Contacts.Where(c => c != ego).Order(StringComparer.Ordinal)];
        var counts = Array.ConvertAll(names, n => n == ego ? own : others.GetValueOrDefault(n));
        var sent = new long?[names.Length, names.Length];
        for (var i = 0; i < names.Length; i++)
            for (var j = 0; j < names.Length; j++)
                sent[i, j] = counts[i]?.SentTo(names[j]) ?? (i == j ? 0 : counts[j]?.ReceivedFrom(names[i]));
        return new ContactMatrix(names, sent);
    }

    /// <summary>Both directions together where both are above 0, else 0; null where either is not known.</summary>
    public long? Tie(int a, int b) => _sent[a, b] is { } there && _sent[b, a] is { } back ? a != b && there > 0 && back > 0 ? there + back : 0 : null;

    /// <summary>Contacts with whom it goes both ways.</summary>
    public IReadOnlyList<string> Reciprocated => [.. Enumerable.Range(1, Names.Count - 1).Where(i => Tie(0, i) > 0).Select(i => Names[i])];

    /// <summary>Share of the pairs of reciprocated contacts that are tied themselves, 0 … 1; 0 with fewer than two. O(contacts²).</summary>
    public double Clustering() => Clustering((_, _, _) => 1);

    /// <summary>
    /// The same, a closed pair counting (m_ab m_bc m_ca)^(1/3) / max m, 0 … 1, m the ties and max the largest between any two of <see cref="Names"/>; 0 with fewer than two reciprocated contacts. O(contacts²).
    /// </summary>
    public double WeightedClustering()
    {
        var most = 0L;
        for (var a = 0; a < Names.Count; a++)
            for (var b = 0; b < a; b++) most = Math.Max(most, Tie(a, b) ?? 0);
        return Clustering((a, b, c) => Math.Cbrt((double)a * b * c) / most);
    }

    double Clustering(Func<long, long, long, double> weight)
    {
        int degree = 0, n = Names.Count;
        var closed = 0.0;
        for (var a = 1; a < n; a++)
        {
            if (Tie(0, a) is not (> 0 and var first)) continue;
            degree++;
            for (var b = a + 1; b < n; b++)
                if (Tie(0, b) is > 0 and var second && Tie(a, b) is > 0 and var between) closed += weight(first, second, between);
        }
        return degree > 1 ? 2 * closed / ((double)degree * (degree - 1)) : 0;
    }
}
