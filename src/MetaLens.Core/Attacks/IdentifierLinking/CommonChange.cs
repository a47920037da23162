using MetaLens.Lenses;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>Whether everybody changed identifiers at once, and when.</summary>
public static class CommonChange
{
    /// <summary>
    /// The instant, inside the middle four fifths of the rows, that fewest parties are active both before and after; null where these are half or more of the parties of the smaller side. O(rows + parties).
    /// </summary>
    public static long? Find(Observation seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (seen.Count < 10) return null;
        var (first, last) = (new int[seen.PartyCount], new int[seen.PartyCount]);
        Array.Fill(first, int.MaxValue);
        Array.Fill(last, -1);
        for (var i = 0; i < seen.Count; i++)
        {
            if (seen.Sender[i] >= 0) Mark(seen.Sender[i], i);
            foreach (var to in seen.RecipientsOf(i)) Mark(to, i);
        }
        int[] begins = new int[seen.Count], ends = new int[seen.Count];
        for (var p = 0; p < first.Length; p++)
        {
            if (last[p] < 0) continue;
            begins[first[p]]++;
            ends[last[p]]++;
        }
        var (begun, ended, all) = (0, 0, begins.Sum());
        var best = (Cut: 0L, Staying: 1.0);
        for (var row = 0; row <= seen.Count * 9L / 10; row++)
        {
            var staying = (double)(begun - ended) / Math.Max(1, Math.Min(begun, all - ended));
            if (row >= seen.Count / 10 && seen.SeenAt[row] != seen.SeenAt[row - 1] && staying < best.Staying) best = (seen.SeenAt[row], staying);
            (begun, ended) = (begun + begins[row], ended + ends[row]);
        }
        return best.Staying < 0.5 ? best.Cut : null;

        void Mark(int party, int row) => (first[party], last[party]) = (Math.Min(first[party], row), row);
    }
}
