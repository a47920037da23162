namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>
/// The hitting-set attack: whoever writes to few people always has one of them among the recipients of the round, so the smallest set that meets all of the sender's rounds is the contacts, once it is the only one. With m contacts among
/// N parties that takes about m · ln N rounds (O'Connor, "Entropy bounds for traffic confirmation", 2008, https://eprint.iacr.org/2008/365); Kesdogan and Pimenidis (2004), <c>doi:10.1007/978-3-540-30114-1_23</c>.
/// </summary>
public static class HittingSets
{
    /// <summary>The smallest sets of recipients that meet every round of a sender.</summary>
    /// <param name="rounds">The rounds.</param>
    /// <param name="sender">Whose rounds.</param>
    /// <param name="most">Largest set that is looked for, 1 … 8: the search takes O(batch^most · rounds).</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>All sets of the smallest size that is enough, at most two (one alone is the answer, two are doubt); none when the sender never sent or no set of that size is enough.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The size is out of range.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static IReadOnlyList<int[]> Smallest(BatchRounds rounds, int sender, int most, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(rounds);
        if (most is < 1 or > 8) throw new ArgumentOutOfRangeException(nameof(most), most, "1 … 8 recipients.");
        int[][] sets = [.. Enumerable.Range(0, rounds.Sent.Length).Where(i => rounds.Sent[i][sender] > 0).Select(i => Recipients(rounds.Received[i])).Where(s => s.Length > 0).OrderBy(s => s.Length)];
        if (sets.Length == 0) return [];
        var found = new List<int[]>();
        for (var size = 1; size <= most && found.Count == 0; size++) Search([], [], size);
        return found;

        // Of the first round that is not met, one recipient must be in; those tried before are out, so that no set is met twice.
        void Search(List<int> inside, HashSet<int> outside, int size)
        {
            stop.ThrowIfCancellationRequested();
            var open = sets.FirstOrDefault(s => !s.Any(inside.Contains));
            if (open is null) found.Add([.. inside.Order()]);
            if (open is null || inside.Count == size) return;
            var tried = new List<int>();
            foreach (var recipient in open)
            {
                if (found.Count > 1) break;
                if (!outside.Add(recipient)) continue;
                outside.Remove(recipient);
                inside.Add(recipient);
                Search(inside, outside, size);
                inside.RemoveAt(inside.Count - 1);
                outside.Add(recipient);
                tried.Add(recipient);
            }
            foreach (var recipient in tried) outside.Remove(recipient);
        }
    }

    static int[] Recipients(double[] received) => [.. Enumerable.Range(0, received.Length).Where(r => received[r] > 0)];
}
