using MetaLens.Messages;

namespace MetaLens.Cli.Commands;

/// <summary>Whose a log could be that does not say: who takes part in all of it. Of a log of a whole population that is nobody.</summary>
static class LikelyOwners
{
    /// <summary>Their names, in order of appearance. O(deliveries) at worst; a population is told within a few messages.</summary>
    public static IReadOnlyList<string> Of(MessageLog log)
    {
        List<int> likely = log.Count > 0 ? [log.Sender[0], .. log.Recipient[..log.RecipientOffset[1]]] : [];
        for (var i = 1; i < log.Count && likely.Count > 0; i++)
            for (var c = likely.Count - 1; c >= 0; c--)
                if (log.Sender[i] != likely[c] && !log.Recipient[log.RecipientOffset[i]..log.RecipientOffset[i + 1]].Contains(likely[c])) likely.RemoveAt(c);
        return [.. likely.Distinct().Select(a => log.Actors.Names[a])];
    }
}
