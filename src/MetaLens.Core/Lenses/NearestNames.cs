namespace MetaLens.Lenses;

static class NearestNames
{
    /// <summary>The three names that take the fewest insertions, deletions and replacements (Levenshtein); names that begin like the text come first.</summary>
    public static IEnumerable<string> To(string text, IEnumerable<string> names) =>
        names.OrderBy(name => text.Length > 0 && name.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? 0 : 1).ThenBy(name => Distance(text, name)).Take(3);

    static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
