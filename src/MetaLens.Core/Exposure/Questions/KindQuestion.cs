using MetaLens.Lenses;

namespace MetaLens.Exposure.Questions;

/// <summary>What kind of message was it?</summary>
public sealed class KindQuestion : IQuestion
{
    const int FewestOfAKind = 20;
    const int LongTextBytes = 160;

    /// <inheritdoc/>
    public QuestionCard Card { get; } = new("kind", "What kind of message was it?",
        "Balanced accuracy over kinds (short text, long text, photo, voice, …), learned from the messages of half of the people and tested on the other half, both ways.", "1 / kinds.", "people");

    /// <inheritdoc/>
    public string Stop => "Padding all messages to a few sizes, files included.";

    /// <inheritdoc/>
    public bool IsAboutContent => true;

    /// <inheritdoc/>
    public Measurement Ask(LensView view, AnswerKey key, Truth truth, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(truth);
        var kinds = KindsOf(truth);
        var counts = kinds.Where(k => k >= 0).CountBy(k => k).ToDictionary();
        var classes = counts.Where(c => c.Value >= FewestOfAKind).Select(c => c.Key).Order().ToArray();
        if (classes.Length < 2) return Measurement.None("the records do not tell two kinds of message with 20 examples each");
        var (size, known) = ObservedSizes(view.Seen, key, truth.Log.Count);
        return new KindMeasurement(truth, kinds, classes, view.Seen.KindsVisible, size, known);
    }

    /// <summary>Kind of each message of the log: the source's, texts parted in short and long where their size is known; −1 = not told or not communicative.</summary>
    static int[] KindsOf(Truth truth)
    {
        var kinds = new int[truth.Log.Count];
        for (var m = 0; m < kinds.Length; m++)
            kinds[m] = truth.Log.Kind[m] switch
            {
                MessageKind.Unspecified or MessageKind.Reaction or MessageKind.Receipt or MessageKind.Membership => -1,
                MessageKind.Text when truth.Log.Size[m] > LongTextBytes => 100,
                var kind => (int)kind,
            };
        return kinds;
    }

    static (int[] Size, bool[] Known) ObservedSizes(Observation seen, AnswerKey key, int messages)
    {
        var size = new int[messages];
        Array.Fill(size, -1);
        var known = new bool[messages];
        for (var row = 0; row < seen.Count; row++)
            if (key.MessageOf(row) is >= 0 and var m) (size[m], known[m]) = (seen.Size[row], true);
        return (size, known);
    }

    /// <inheritdoc/>
    public string Sentence(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"What kind a message is, is told rightly {estimate.Score * 100:0} % of the time, kinds weighted alike (guessing: {estimate.Chance * 100:0} %), for {estimate.Subjects} people.");
    }

    /// <inheritdoc/>
    public string Method(LensView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Seen.KindsVisible ? "Nothing is inferred: the kind lies open." : "Its size: a photo is not as long as a word. Learned on other people's messages.";
    }
}
