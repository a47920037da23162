namespace MetaLens.Messages;

/// <summary>Drops messages that several overlapping sources hold: of each distinct message the largest count of any one source stays.</summary>
static class DuplicateFinder
{
    /// <summary>The messages to keep.</summary>
    /// <param name="columns">In order of time.</param>
    /// <param name="sourceOf">The source of each message.</param>
    public static int[] WithoutDuplicates(LogColumns columns, int[] sourceOf)
    {
        var count = columns.SentAt.Length;
        var kept = new List<int>(count);
        for (var i = 0; i < count;)
        {
            var j = i + 1;
            while (j < count && columns.SentAt[j] == columns.SentAt[i]) j++;
            KeepDistinct(columns, i, j, sourceOf, kept);
            i = j;
        }
        return [.. kept];
    }

    // Messages of one instant are few, except in relative or day-precise logs; a dictionary per instant stays linear.
    static void KeepDistinct(LogColumns columns, int start, int end, int[] sourceOf, List<int> kept)
    {
        if (end - start == 1) { kept.Add(start); return; }
        var keptOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var seenInSource = new Dictionary<(string, int), int>();
        for (var message = start; message < end; message++)
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
