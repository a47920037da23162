using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Pairs in rows that name both ends: one per delivery.</summary>
static class VisiblePairs
{
    /// <summary>Adds them; says whether there was any.</summary>
    public static bool Add(Observation seen, Dictionary<(int, int), double> scores)
    {
        var any = false;
        for (var i = 0; i < seen.Count; i++)
        {
            if (seen.Sender[i] < 0) continue;
            foreach (var to in seen.RecipientsOf(i))
            {
                if (to == seen.Sender[i]) continue;
                Add(scores, seen.Sender[i], to, 1);
                any = true;
            }
        }
        return any;
    }

    public static void Add(Dictionary<(int, int), double> scores, int a, int b, double messages)
    {
        var key = a < b ? (a, b) : (b, a);
        scores[key] = scores.GetValueOrDefault(key) + messages;
    }
}
