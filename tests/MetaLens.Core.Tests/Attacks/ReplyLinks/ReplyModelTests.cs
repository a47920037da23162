using MetaLens.Attacks.ReplyLinks;
using MetaLens.Learning;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.ReplyLinks;

/// <summary>
/// Reply links in the Ubuntu channel, human annotation. Half of the logs train, the others test; one prediction per annotated row that answers another. F = 2 · hits/(predicted + annotated).
/// The rule "the previous message" has F 28.6 on these logs (system lines not being in the data).
/// </summary>
public class ReplyModelTests
{
    [Fact]
    public void Time_sender_and_size_beat_the_previous_message() => Assert.InRange(F(addressing: false), 0.36, 0.60);

    [Fact]
    public void Addressing_nearly_doubles_what_is_found() => Assert.InRange(F(addressing: true), 0.60, 0.80);

    [Fact]
    public void Links_dealt_out_among_the_candidates_teach_nothing() => Assert.InRange(F(addressing: false, dealtOut: true), 0, 0.15);

    static double F(bool addressing, bool dealtOut = false)
    {
        var (seen, links) = IrcLogs.Read(addressing);
        var names = links.GroupBy(l => l.Log).OrderBy(g => g.Key, StringComparer.Ordinal).ToArray();
        new Random(5).Shuffle(names);
        var train = names.Take(names.Length / 2).SelectMany(g => Sample(g, 12)).ToArray();
        var test = names.Skip(names.Length / 2).SelectMany(g => Sample(g, 12)).ToLookup(l => l.Later, l => l.Earlier);
        var random = new Random(6);
        if (dealtOut) train = [.. train.Select(l => l with { Earlier = Earlier(seen, l.Later, random.Next(1, 16)) })];
        var model = ReplyModel.Fit(seen, [.. train.Select(l => (l.Later, l.Earlier))], new BoostedTreesOptions(), TestContext.Current.CancellationToken);
        int[] asked = [.. test.Select(t => t.Key)];
        var predicted = model.Predict(seen, asked, TestContext.Current.CancellationToken);
        var hits = asked.Zip(predicted, (later, guess) => test[later].Contains(guess.Row) ? 1 : 0).Sum();
        return 2.0 * hits / (asked.Length + test.Sum(t => t.Count()));
    }

    static IEnumerable<(string Log, int Later, int Earlier)> Sample(IEnumerable<(string Log, int Later, int Earlier)> links, int queries) =>
        links.GroupBy(l => l.Later).Where((_, i) => i % 20 == 0).Take(queries).SelectMany(g => g);

    // The row so many places before in the same log.
    static int Earlier(Observation seen, int row, int places)
    {
        var at = row;
        while (places > 0 && at > 0)
            if (seen.Conversation[--at] == seen.Conversation[row]) places--;
        return at;
    }
}
