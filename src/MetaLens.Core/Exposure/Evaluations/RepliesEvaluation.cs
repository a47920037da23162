using MetaLens.Attacks.ReplyLinks;
using MetaLens.Learning;

namespace MetaLens.Exposure.Evaluations;

/// <summary>Which message of a group answers which, against links somebody knows.</summary>
public sealed class RepliesEvaluation : IEvaluation
{
    const int Folds = 3, MostTrained = 20_000;
    static readonly BoostedTreesOptions Trees = new() { Trees = 120, Depth = 5, LearningRate = 0.12, LeafExamples = 30, Ridge = 2 };

    /// <inheritdoc/>
    public EvaluationCard Card { get; } = new("replies",
        "F1 of one predicted link for every message that answers another, by a model trained on other conversations (on other stretches, where there are fewer than three). Also the rule 'the previous message' and a rule that needs no training.",
        ["conversation", "earlier", "later"]);

    /// <inheritdoc/>
    public Evaluation Evaluate(LabelledView view, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(view);
        var links = Links(view);
        var seen = view.Seen;
        var conversations = links.Select(l => seen.Conversation[l.Later]).Distinct().Order().ToArray();
        var random = new Random(view.Seed);
        random.Shuffle(conversations);
        var foldOf = conversations.Select((c, i) => (c, i)).ToDictionary(x => x.c, x => x.i % Folds);
        var stretches = conversations.Length >= Folds ? null : links.Select(l => l.Later).Distinct().Order().Select((row, i) => (row, i)).ToDictionary(x => x.row, x => x.i);
        int Fold(int row) => stretches is null ? foldOf[seen.Conversation[row]] : (int)((long)stretches[row] * Folds / stretches.Count);
        var answers = links.ToLookup(l => l.Later, l => l.Earlier);
        int[] asked = [.. answers.Select(a => a.Key).Order()];
        var predicted = asked.ToDictionary(a => a, _ => -1);
        var promised = asked.ToDictionary(a => a, _ => 0.0);
        for (var fold = 0; fold < Folds; fold++)
        {
            var train = asked.Where(a => Fold(a) != fold).ToArray();
            int[] test = [.. asked.Where(a => Fold(a) == fold)];
            if (train.Length == 0 || test.Length == 0) continue;
            random.Shuffle(train);
            var model = ReplyModel.Fit(seen, [.. train.Take(MostTrained).SelectMany(later => answers[later].Select(earlier => (later, earlier)))], Trees, stop);
            foreach (var (row, guess) in test.Zip(model.Predict(seen, test, stop))) (predicted[row], promised[row]) = guess;
        }
        // One message's links stand or fall with its neighbours': conversations are drawn where there are enough, else messages.
        var subjects = asked.GroupBy(a => conversations.Length >= 2 * Folds ? seen.Conversation[a] : a).ToArray();
        double[] part = [.. subjects.Select(s => 2.0 * s.Count(a => answers[a].Contains(predicted[a])))], whole = [.. subjects.Select(s => (double)s.Count() + s.Sum(a => answers[a].Count()))];
        var previous = Previous(view, asked);
        var reliability = Reliability.Of([.. asked.Select(a => promised[a])], [.. asked.Select(a => answers[a].Contains(predicted[a]))]);
        double[] chance = [.. subjects.Select(s => s.Sum(a => 2.0 / 30))];
        return new Evaluation(MetricEstimate.Of("f1", new RatioMeasurement(part, whole, chance), view.Seed),
            [new("f1_previous_message", F1(previous)), new("f1_rule", F1(ReplyRule.Predict(seen, asked, stop))), new("calibration_error", reliability.ExpectedError), new("messages", asked.Length), new("links", links.Count), new("conversations", conversations.Length)])
        { Reliability = reliability };

        double F1(int[] guess) => 2.0 * asked.Zip(guess, (a, g) => answers[a].Contains(g) ? 1 : 0).Sum() / (asked.Length + links.Count);
    }

    static int[] Previous(LabelledView view, int[] asked)
    {
        var last = new Dictionary<int, int>();
        var previous = new int[view.Seen.Count];
        for (var i = 0; i < previous.Length; i++)
        {
            previous[i] = last.GetValueOrDefault(view.Seen.Conversation[i], -1);
            last[view.Seen.Conversation[i]] = i;
        }
        return Array.ConvertAll(asked, a => previous[a]);
    }

    static List<(int Later, int Earlier)> Links(LabelledView view)
    {
        var known = new ReplyLinks(view.Log, view.Labels);
        var rowOf = new Dictionary<int, int>();
        for (var row = 0; row < view.Seen.Count; row++)
            if (view.Key.MessageOf(row) is >= 0 and var m) rowOf[m] = row;
        (int Later, int Earlier)[] seen = [.. known.Links.Where(l => rowOf.ContainsKey(l.Later) && rowOf.ContainsKey(l.Earlier)).Select(l => (Later: rowOf[l.Later], Earlier: rowOf[l.Earlier])).Where(l => l.Earlier < l.Later)];
        return seen.Length > 0 ? [.. seen] : throw new ArgumentException($"{view.Labels.File}: found no link between two messages that are seen through {view.Seen.Lens.Id}; expected some.");
    }
}
