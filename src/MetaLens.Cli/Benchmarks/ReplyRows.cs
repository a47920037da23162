using MetaLens.Exposure;
using MetaLens.Exposure.Evaluations;
using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Cli.Benchmarks;

/// <summary>Reply links in the Ubuntu channel: the published rule, and what can be learned from time, from size, and from who is addressed.</summary>
static class ReplyRows
{
    const string Data = "irc-disentanglement", Published = "63.5–73.5 with the words";
    const string PreviousNote = "training logs, as the test split is not public here (published on it: P 35.7 R 34.4 F 35.0, on the other split 30.2); lines missing from the log are system lines, answering themselves as in the published scoring";

    const string Note = "trained on other logs, three folds; features and trees chosen on 58 of the 153 logs, how much is learned from on all";

    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("reply links, 'previous' rule, F1", Data, "35.0 on the test split", "35.0 on the test split", double.NaN, PreviousNote, (d, _) => PreviousMessageRule.Measure(d, Log(d), Links(d)).F1),
        new("reply links, 'previous' rule, precision", Data, "–", "35.7 on the test split", double.NaN, "the same", (d, _) => PreviousMessageRule.Measure(d, Log(d), Links(d)).Precision),
        new("reply links, 'previous' rule, recall", Data, "–", "34.4 on the test split", double.NaN, "the same", (d, _) => PreviousMessageRule.Measure(d, Log(d), Links(d)).Recall),
        new("reply links from time and sender, F1", Data, "–", Published, double.NaN, Note, (d, s) => d.Evaluate("replies", Log(d), Links(d), s, LensText.Parse("hide=size")).Main),
        new("reply links from time, sender and size, F1", Data, "35.0", Published, 0.44, Note, (d, s) => d.Evaluate("replies", Log(d), Links(d), s).Main),
        new("the same: calibration error of the probabilities", Data, "–", "–", 0.05, "mean distance of promised and true share, ten bins", (d, s) => Also(d.Evaluate("replies", Log(d), Links(d), s), "calibration_error")) { GoalIsMost = true },
        new("reply links, and who is addressed, F1", Data, "–", Published, 0.60, "a nickname at the start of the message counts as its recipient; " + Note, (d, s) => d.Evaluate("replies", Addressed(d), Links(d) with { File = "addressed" }, s).Main),
    ];

    public static Evaluation Evaluation(BenchmarkData data, CancellationToken stop) => data.Evaluate("replies", Log(data), Links(data), stop);

    static MessageLog Log(BenchmarkData data) => data.Log("irc-disentanglement/messages.csv");

    static LabelTable Links(BenchmarkData data) => data.Labels("irc-disentanglement/reply_links.csv", 0, 1, 2);

    static MetricEstimate Also(Evaluation evaluation, string name) => new(name, evaluation.Also.First(a => a.Name == name).Value, null, null, null, evaluation.Main.Subjects);

    // The reader of logs wants a recipient in every row or in none.
    static MessageLog Addressed(BenchmarkData data)
    {
        var log = Log(data);
        var to = data.Labels("irc-disentanglement/messages.csv", 0, 1, 6).Rows.Where(r => r.Values[2].Length > 0).ToDictionary(r => (r.Values[0], r.Values[1]), r => r.Values[2]);
        var builder = new MessageLogBuilder { TimeBasis = log.TimeBasis };
        for (var i = 0; i < log.Count; i++)
            builder.Add(new MessageRecord
            {
                SentAt = log.SentAt[i],
                Sender = builder.Actor(log.Actors.Names[log.Sender[i]]),
                Recipients = to.TryGetValue((log.ConversationNames[log.Conversation[i]], log.SourceIdOf(i)!), out var name) ? [builder.Actor(name)] : [],
                Size = log.Size[i],
                Conversation = builder.Conversation(log.ConversationNames[log.Conversation[i]]),
                SourceId = log.SourceIdOf(i),
            });
        return builder.Build();
    }
}
