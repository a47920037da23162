using MetaLens.Exposure.Evaluations;

namespace MetaLens.Cli.Benchmarks;

/// <summary>Reply links in the Ubuntu channel: the published rule, and what can be learned from time, from size, and from who is addressed.</summary>
static class ReplyRows
{
    const string Data = "irc-disentanglement", Published = "63.5–73.5 with the words";
    const string PreviousNote = "training logs, as the test split is not public here (published on it: P 35.7 R 34.4 F 35.0, on the other split 30.2); lines missing from the log are system lines, answering themselves as in the published scoring";

    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("reply links, 'previous' rule, F1", Data, "35.0 on the test split", "35.0 on the test split", double.NaN, PreviousNote, (d, _) => PreviousMessageRule.Measure(d, Log(d), Links(d)).F1),
        new("reply links, 'previous' rule, precision", Data, "–", "35.7 on the test split", double.NaN, "the same", (d, _) => PreviousMessageRule.Measure(d, Log(d), Links(d)).Precision),
        new("reply links, 'previous' rule, recall", Data, "–", "34.4 on the test split", double.NaN, "the same", (d, _) => PreviousMessageRule.Measure(d, Log(d), Links(d)).Recall),
        new("reply links, F1", Data, "35.0", Published, 0.44, "trained on other logs", (d, s) => d.Evaluate("replies", Log(d), Links(d), s).Main),
    ];

    static Messages.MessageLog Log(BenchmarkData data) => data.Log("irc-disentanglement/messages.csv");

    static LabelTable Links(BenchmarkData data) => data.Labels("irc-disentanglement/reply_links.csv", 0, 1, 2);
}
