using MetaLens.Lenses;

namespace MetaLens.Attacks.IdentifierLinking;

/// <summary>Whether everybody changed identifiers at once, and when.</summary>
public static class CommonChange
{
    /// <summary>
    /// The instant, inside the middle four fifths of the rows, that fewest parties are active both before and after; null where these are half or more of the parties of the smaller side. O(rows + parties log parties).
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
        int[] firsts = [.. first.Where(f => f < int.MaxValue).Order()], lasts = [.. last.Where(l => l >= 0).Order()];
        var best = (Cut: 0L, Staying: 1.0);
        const int Steps = 200;
        for (var step = Steps / 10; step <= Steps * 9 / 10; step++)
        {
            var row = (int)((long)seen.Count * step / Steps);
            int begun = Below(firsts, row), ended = Below(lasts, row), after = firsts.Length - ended, both = begun - ended;
            var staying = (double)both / Math.Max(1, Math.Min(begun, after));
            if (staying < best.Staying) best = (seen.SeenAt[row], staying);
        }
        return best.Staying < 0.5 ? best.Cut : null;

        void Mark(int party, int row) => (first[party], last[party]) = (Math.Min(first[party], row), row);
        static int Below(int[] sorted, int row) => Array.BinarySearch(sorted, row) is var at && at >= 0 ? Array.FindIndex(sorted, s => s >= row) : ~at;
    }
}
