using System.Globalization;
using MetaLens.Exposure;
using MetaLens.Exposure.Evaluations;
using MetaLens.Messages;

namespace MetaLens.Cli.Benchmarks;

/// <summary>
/// The rule "every message answers the previous one", scored as Kummerfeld et al. (ACL 2019), doi:10.18653/v1/P19-1374, score it: over annotated lines, line 1,000 of each log and later. A message without an earlier one that
/// it answers answers itself; so do system lines, which the rule knows. Those are not in the data, but their line numbers are missing.
/// </summary>
static class PreviousMessageRule
{
    const int FirstAnnotated = 1000;

    public static (MetricEstimate Precision, MetricEstimate Recall, MetricEstimate F1) Measure(BenchmarkData data, MessageLog log, LabelTable links)
    {
        var answered = links.Rows.ToLookup(r => (r.Values[0], Line(r.Values[2])), r => Line(r.Values[1]));
        var lines = Enumerable.Range(0, log.Count).GroupBy(i => log.Conversation[i], i => Line(log.SourceIdOf(i)!)).Select(g => (Log: log.ConversationNames[g.Key], Lines: g.Order().ToArray()))
            .Where(l => l.Lines[^1] >= FirstAnnotated).ToArray();
        double[] hits = new double[lines.Length], guessed = new double[lines.Length], right = new double[lines.Length], nothing = new double[lines.Length];
        for (var l = 0; l < lines.Length; l++)
        {
            var (name, numbers) = lines[l];
            var messages = numbers.Count(n => n >= FirstAnnotated);
            var system = numbers[^1] - FirstAnnotated + 1 - messages;
            (hits[l], guessed[l], right[l]) = (system, messages + system, system);
            for (var i = 1; i < numbers.Length; i++)
            {
                if (numbers[i] < FirstAnnotated) continue;
                var answers = answered[(name, numbers[i])].ToArray();
                right[l] += Math.Max(1, answers.Length);
                if (answers.Contains(numbers[i - 1])) hits[l]++;
            }
        }
        MetricEstimate Of(string metric, double[] whole, double scale) =>
            MetricEstimate.Of(metric, new RatioMeasurement([.. hits.Select(h => h * scale)], whole, nothing), data.Seed) with { Chance = null };
        return (Of("precision", guessed, 1), Of("recall", right, 1), Of("f1", [.. guessed.Zip(right, (g, r) => g + r)], 2));
    }

    static int Line(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
