namespace MetaLens.Learning;

/// <summary>Predictions for every example by a model that never saw its subject.</summary>
public static class CrossValidation
{
    /// <summary>Splits the subjects into folds at random, trains on all folds but one, predicts the one.</summary>
    /// <param name="rows">The examples.</param>
    /// <param name="folds">2 or more; at most as many as subjects are used.</param>
    /// <param name="fit">Trains a model.</param>
    /// <param name="seed">Seed of the split.</param>
    /// <returns>One probability per example, in order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 folds.</exception>
    public static double[] Predict(LabelledRows rows, int folds, Func<LabelledRows, IPairClassifier> fit, int seed)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        int[] subjects = [.. rows.Subjects.Distinct().Order()];
        new Random(seed).Shuffle(subjects);
        var foldOf = new Dictionary<int, int>();
        for (var i = 0; i < subjects.Length; i++) foldOf[subjects[i]] = i % folds;
        var predicted = new double[rows.Features.Count];
        for (var fold = 0; fold < folds; fold++)
        {
            int[] test = [.. Places(rows, i => foldOf[rows.Subjects[i]] == fold)], train = [.. Places(rows, i => foldOf[rows.Subjects[i]] != fold)];
            if (test.Length == 0 || train.Length == 0) continue;
            var model = fit(rows.At(train));
            foreach (var i in test) predicted[i] = model.Probability(rows.Features[i]);
        }
        return predicted;
    }

    static IEnumerable<int> Places(LabelledRows rows, Func<int, bool> keep) => Enumerable.Range(0, rows.Features.Count).Where(keep);
}
