using MetaLens.Lenses;

namespace MetaLens.Analyzers.Hierarchy;

/// <summary>
/// Mail between the people of a chart, counted for <see cref="ChartEvidence"/>. Rows of one sender at one instant are one mailing; a mailing to k counts 1/√k to each.
/// </summary>
sealed class ChartMail
{
    const int LargestGroup = 30;

    ChartMail(int people)
    {
        People = people;
        (Sent, Grouped, Together) = (new float[people * people], new float[people * people], new float[people * people]);
        GroupMailings = new int[people];
    }

    public int People { get; }

    /// <summary>Weight of what one sent another; row = sender.</summary>
    public float[] Sent { get; }

    /// <summary>Mailings to 2 … 30 by which one addressed another among others; row = sender.</summary>
    public float[] Grouped { get; }

    /// <summary>How often two were addressed together by a third, a mailing to k counting 1/(k − 1).</summary>
    public float[] Together { get; }

    /// <summary>Mailings to 2 … 30 that each sent.</summary>
    public int[] GroupMailings { get; }

    /// <summary>Counts. O(rows + Σ recipients² of mailings to at most 30).</summary>
    /// <param name="seen">What the observer has.</param>
    /// <param name="place">Place of each party in the chart, −1 for none.</param>
    /// <param name="people">How many have a place.</param>
    public static ChartMail Of(Observation seen, int[] place, int people)
    {
        var mail = new ChartMail(people);
        var open = new Dictionary<int, SortedSet<int>>();
        for (var i = 0; i < seen.Count; i++)
        {
            if (i > 0 && seen.SeenAt[i] != seen.SeenAt[i - 1]) mail.Close(open);
            if (seen.Sender[i] < 0 || place[seen.Sender[i]] is not (>= 0 and var from)) continue;
            if (!open.TryGetValue(from, out var to)) open[from] = to = [];
            foreach (var r in seen.RecipientsOf(i))
                if (place[r] >= 0 && place[r] != from) to.Add(place[r]);
        }
        mail.Close(open);
        return mail;
    }

    void Close(Dictionary<int, SortedSet<int>> open)
    {
        foreach (var (from, to) in open)
        {
            foreach (var t in to) Sent[(from * People) + t] += 1 / MathF.Sqrt(to.Count);
            if (to.Count is < 2 or > LargestGroup) continue;
            GroupMailings[from]++;
            foreach (var a in to)
            {
                Grouped[(from * People) + a]++;
                foreach (var b in to)
                    if (a != b) Together[(a * People) + b] += 1f / (to.Count - 1);
            }
        }
        open.Clear();
    }
}
