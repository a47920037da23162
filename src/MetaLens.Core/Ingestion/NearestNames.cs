namespace MetaLens.Ingestion;

/// <summary>Names that somebody who mistyped one may have meant.</summary>
static class NearestNames
{
    const int Most = 5;
    const int LongestCompared = 64;

    /// <summary>Up to five names: first those that hold the word or are held by it, whatever the capitals, then by the fewest letters to change.</summary>
    public static IEnumerable<string> To(string word, IReadOnlyList<string> names)
    {
        var lower = Lower(word);
        return names.Select(name => (Name: name, Distance: Distance(lower, Lower(name)))).OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal).Take(Most).Select(n => n.Name);
    }

    static string Lower(string name) => (name.Length > LongestCompared ? name[..LongestCompared] : name).ToLowerInvariant();

    static int Distance(string a, string b) => a == b ? -2 : a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal) ? -1 : Levenshtein(a, b);

    // Letters to insert, delete or replace (Levenshtein 1966).
    static int Levenshtein(string a, string b)
    {
        Span<int> row = stackalloc int[LongestCompared + 1];
        for (var j = 0; j <= b.Length; j++) row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i);
            for (var j = 1; j <= b.Length; j++)
            {
                left = Math.Min(Math.Min(left, row[j]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }
        }
        return row[b.Length];
    }
}
