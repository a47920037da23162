namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>
/// The simulation that attacks on batches are compared by: people with a few contacts each, rounds of a few messages from senders drawn evenly to contacts drawn evenly. The setting of the public notebooks of sda-analysis; that least squares
/// overtakes the older attacks with enough rounds is Oya, Troncoso and Pérez-González (2019), <c>https://arxiv.org/abs/1910.07603</c>.
/// </summary>
public static class BatchExperiment
{
    /// <summary>For every person of every repeat the share of its contacts among its best-scored parties, as many as it has contacts: 0 … 1, chance contacts/people.</summary>
    /// <param name="options">Its parameters.</param>
    /// <param name="attack">An attack: one row of scores for each sender.</param>
    /// <param name="seed">Seed of the first repeat; each has its own.</param>
    public static double[] SharesFound(BatchExperimentOptions options, Func<BatchRounds, double[][]> attack, int seed)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(attack);
        var found = new List<double>();
        for (var repeat = 0; repeat < options.Repeats; repeat++)
        {
            var (rounds, contacts) = Draw(options, new Random(unchecked((seed * 1_000_003) + repeat)));
            var scores = attack(rounds);
            for (var person = 0; person < contacts.Length; person++)
                found.Add(Enumerable.Range(0, options.People).OrderByDescending(r => scores[person][r]).Take(options.Contacts).Intersect(contacts[person]).Count() / (double)options.Contacts);
        }
        return [.. found];
    }

    static (BatchRounds Rounds, int[][] Contacts) Draw(BatchExperimentOptions options, Random random)
    {
        int[][] contacts = [.. Enumerable.Range(0, options.People).Select(_ => Enumerable.Range(0, options.People).OrderBy(_ => random.Next()).Take(options.Contacts).ToArray())];
        double[][] sent = [.. Enumerable.Range(0, options.Rounds).Select(_ => new double[options.People])], received = [.. Enumerable.Range(0, options.Rounds).Select(_ => new double[options.People])];
        for (var i = 0; i < options.Rounds * options.Batch; i++)
        {
            var from = random.Next(options.People);
            sent[i / options.Batch][from]++;
            received[i / options.Batch][contacts[from][random.Next(options.Contacts)]]++;
        }
        return (new BatchRounds([.. sent], [.. received]), contacts);
    }
}
