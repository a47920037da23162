using MetaLens.Lenses;

namespace MetaLens.Graphs;

/// <summary>One mailing put together again: what one sender sent at one instant, as many logs write a mail to several people as several rows.</summary>
/// <param name="Sender">Who sent it.</param>
/// <param name="At">When it was seen, Unix milliseconds.</param>
/// <param name="Recipients">To whom, ascending, without the sender; empty where no recipient is visible.</param>
readonly record struct SendingAct(int Sender, long At, SortedSet<int> Recipients)
{
    /// <summary>All of an observation, in order of time; rows without a visible sender belong to none. O(deliveries · log recipients).</summary>
    public static IEnumerable<SendingAct> AllOf(Observation seen)
    {
        var open = new Dictionary<int, SortedSet<int>>();
        for (var i = 0; i < seen.Count; i++)
        {
            if (seen.Sender[i] is >= 0 and var from)
            {
                if (!open.TryGetValue(from, out var to)) open[from] = to = [];
                foreach (var r in seen.RecipientsOf(i))
                    if (r != from) to.Add(r);
            }
            if (i + 1 < seen.Count && seen.SeenAt[i + 1] == seen.SeenAt[i]) continue;
            foreach (var (sender, to) in open) yield return new SendingAct(sender, seen.SeenAt[i], to);
            open.Clear();
        }
    }
}
