namespace MetaLens.Messages;

/// <summary>Drops messages that several overlapping sources hold: of each distinct message the largest count of any one source stays.</summary>
static class DuplicateFinder
{
    public static int[] WithoutDuplicates(LogColumns columns, int[] byTime, int[] sourceOf)
    {
        var kept = new List<int>(byTime.Length);
        for (var i = 0; i < byTime.Length;)
        {
            var j = i + 1;
            while (j < byTime.Length && columns.SentAt[byTime[j]] == columns.SentAt[byTime[i]]) j++;
            KeepDistinct(columns, byTime.AsSpan(i, j - i), sourceOf, kept);
            i = j;
        }
        return [.. kept];
    }

    // Messages of one instant are few, except in relative or day-precise logs; a dictionary per instant stays linear.
    static void KeepDistinct(LogColumns columns, ReadOnlySpan<int> instant, int[] sourceOf, List<int> kept)
    {
        if (instant.Length == 1) { kept.Add(instant[0]); return; }
        var keptOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var seenInSource = new Dictionary<(string, int), int>();
        foreach (var message in instant)
        {
            var key = KeyOf(columns, message);
            var nth = seenInSource[(key, sourceOf[message])] = seenInSource.GetValueOrDefault((key, sourceOf[message])) + 1;
            if (nth <= keptOf.GetValueOrDefault(key)) continue;
            keptOf[key] = nth;
            kept.Add(message);
        }
    }

    static string KeyOf(LogColumns c, int m)
    {
        var recipients = c.Recipient.AsSpan(c.RecipientOffset[m], c.RecipientOffset[m + 1] - c.RecipientOffset[m]).ToArray();
        Array.Sort(recipients);
        return $"{c.Sender[m]} {c.Conversation[m]} {c.Size[m]} {(int)c.Kind[m]} {string.Join(' ', recipients)}";
    }
}
