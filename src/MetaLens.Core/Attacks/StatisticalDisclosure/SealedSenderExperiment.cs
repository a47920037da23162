namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>
/// The simulation of Martiny et al., "Improving Signal's Sealed Sender" (NDSS 2021), <c>doi:10.14722/ndss.2021.24180</c>: after how many messages to Bob the one who writes to him, and whose receipts he sends, is strictly first.
/// </summary>
/// <remarks>
/// As in the authors' program ("variant 3"): an epoch draws an earlier one and a message of it, each evenly; a share of the messages swap its ends (replies), a share repeat it, the rest are drawn evenly from all users.
/// Only the target's epochs are drawn from later: other time is made from them and forgotten. The rank is taken when the target's epoch is over, before the next other time is subtracted.
/// Unlike there, a reply leaves the message it answers as it was, and popular users' messages are not drawn from. At the published parameters the count needs a median of 9 messages.
/// </remarks>
public static class SealedSenderExperiment
{
    /// <summary>Runs it. O(iterations · epochs · messages) time; iterations on all cores, the same result on any number.</summary>
    /// <param name="options">Its parameters.</param>
    /// <param name="seed">Seed of the first iteration; each has its own.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static SealedSenderResult Run(SealedSenderOptions options, int seed, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(options);
        int[] counted = new int[options.Iterations], likelihood = new int[options.Iterations];
        Parallel.For(0, options.Iterations, new ParallelOptions { CancellationToken = stop }, i => (counted[i], likelihood[i]) = Iterate(options, unchecked((seed * 1_000_003) + i)));
        return new SealedSenderResult([.. counted], [.. likelihood]);
    }

    static (int Counted, int Likelihood) Iterate(SealedSenderOptions options, int seed)
    {
        const int Alice = 0, Bob = 1;
        var random = new Random(seed);
        var counts = new EpochCounts(options.Users);
        var record = new List<List<(int From, int To)>>();
        int counted = 0, likelihood = 0;
        for (var epoch = 1; epoch <= options.MostEpochs && (counted == 0 || likelihood == 0); epoch++)
        {
            var messages = Messages(options, record, random);
            messages.Add(random.NextDouble() < options.ReceiptElsewhereShare ? Uniform(options, random) : (Bob, Alice));
            record.Add(messages);
            counts.AddTarget(Receivers(messages, options));
            if (counted == 0 && counts.RankOf(Alice, p => counts.Counted(p, 1.0 / options.OtherEpochs)) == 1) counted = epoch;
            for (var other = 0; other < options.OtherEpochs; other++) counts.AddOther(Receivers(Messages(options, record, random), options));
            if (likelihood == 0 && counts.RankOf(Alice, counts.LogOdds) == 1) likelihood = epoch;
        }
        return (counted == 0 ? options.MostEpochs + 1 : counted, likelihood == 0 ? options.MostEpochs + 1 : likelihood);
    }

    static List<(int From, int To)> Messages(SealedSenderOptions options, List<List<(int From, int To)>> record, Random random)
    {
        var messages = new List<(int From, int To)>(options.MessagesPerEpoch + 1);
        int replies = record.Count == 0 ? 0 : (int)(options.MessagesPerEpoch * options.ReplyShare), repeats = record.Count == 0 ? 0 : (int)(options.MessagesPerEpoch * options.RepeatShare);
        for (var i = 0; i < options.MessagesPerEpoch; i++)
        {
            if (i >= replies + repeats)
            {
                messages.Add(Uniform(options, random));
                continue;
            }
            var earlier = record[random.Next(record.Count)];
            var (from, to) = earlier[random.Next(earlier.Count)];
            messages.Add(i < replies ? (to, from) : (from, to));
        }
        return messages;
    }

    // Popular users are the last ones: who they are does not matter, all others being alike.
    static HashSet<int> Receivers(List<(int From, int To)> messages, SealedSenderOptions options) =>
        [.. messages.Select(m => m.To), .. Enumerable.Range(options.Users - options.PopularUsers, options.PopularUsers)];

    static (int From, int To) Uniform(SealedSenderOptions options, Random random) => (random.Next(options.Users), random.Next(options.Users));
}
