namespace MetaLens.Exposure;

/// <summary>
/// Balanced accuracy of telling kinds of message by their size, cross-validated over people: each half's kinds are guessed from size histograms (half an octave wide, one added to each cell)
/// of the other half. Subjects are senders; recall is pooled over the drawn people, then averaged over kinds.
/// </summary>
sealed class KindMeasurement : Measurement
{
    const int Bins = 64;

    readonly int _classes;
    readonly List<(int[] Right, int[] All)> _people = [];

    public KindMeasurement(Truth truth, int[] kinds, int[] classes, bool kindsVisible, int[] size, bool[] known)
    {
        _classes = classes.Length;
        // Halves by the person's rank in sending, so that they do not depend on how people are numbered.
        var half = HalfOfSender(truth);
        var histogram = new double[2][,];
        for (var h = 0; h < 2; h++) histogram[h] = new double[_classes, Bins];
        for (var m = 0; m < kinds.Length; m++)
            if (known[m] && Array.IndexOf(classes, kinds[m]) is >= 0 and var c) histogram[half[truth.Log.Sender[m]]][c, BinOf(size[m])]++;
        var person = new Dictionary<int, (int[] Right, int[] All)>();
        for (var m = 0; m < kinds.Length; m++)
        {
            if (Array.IndexOf(classes, kinds[m]) is not (>= 0 and var c)) continue;
            var sender = truth.Log.Sender[m];
            if (!person.TryGetValue(sender, out var counts)) _people.Add(person[sender] = counts = (new int[_classes], new int[_classes]));
            counts.All[c]++;
            if (known[m] && (kindsVisible || Guess(histogram[1 - half[sender]], BinOf(size[m])) == c)) counts.Right[c]++;
        }
    }

    public override int Subjects => _people.Count;

    public override double Score(ReadOnlySpan<int> draw)
    {
        Span<double> right = stackalloc double[_classes], all = stackalloc double[_classes];
        foreach (var s in draw)
            for (var c = 0; c < _classes; c++)
            {
                right[c] += _people[s].Right[c];
                all[c] += _people[s].All[c];
            }
        double sum = 0;
        var present = 0;
        for (var c = 0; c < _classes; c++)
        {
            if (all[c] == 0) continue;
            sum += right[c] / all[c];
            present++;
        }
        return present == 0 ? 0 : sum / present;
    }

    public override double Chance(ReadOnlySpan<int> draw) => 1.0 / _classes;

    // Half an octave a bin; 0 for unknown sizes.
    static int BinOf(int size) => size < 0 ? 0 : 1 + (int)Math.Round(Math.Log2(size + 1) * 2);

    // The kind under which this size is likeliest, each kind as likely as any other; the first of equals.
    static int Guess(double[,] histogram, int bin)
    {
        var (best, most) = (0, -1.0);
        for (var c = 0; c < histogram.GetLength(0); c++)
        {
            double total = Bins;
            for (var b = 0; b < Bins; b++) total += histogram[c, b];
            var likelihood = (histogram[c, bin] + 1) / total;
            if (likelihood > most) (best, most) = (c, likelihood);
        }
        return best;
    }

    static int[] HalfOfSender(Truth truth)
    {
        var half = new int[truth.Actors];
        var (next, first) = (0, new bool[truth.Actors]);
        foreach (var sender in truth.Log.Sender)
        {
            if (first[sender]) continue;
            first[sender] = true;
            half[sender] = next++ % 2;
        }
        return half;
    }
}
