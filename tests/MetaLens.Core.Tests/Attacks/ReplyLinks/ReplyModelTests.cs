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
        var (seen, links) = Irc(addressing);
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

    static (Observation Seen, List<(string Log, int Later, int Earlier)> Links) Irc(bool addressing)
    {
        var log = new MessageLogBuilder();
        foreach (var f in File.ReadLines(SharedData.Path("data/irc-disentanglement/messages.csv")).Skip(1).Select(l => l.Split(',')))
            log.Add(new MessageRecord
            {
                SentAt = DateTimeOffset.Parse(f[2] + (f[2].EndsWith('Z') ? "" : "Z")).ToUnixTimeMilliseconds(),
                Sender = log.Actor(f[3]),
                Recipients = addressing && f[6].Length > 0 ? [log.Actor(f[6].Split(' ', ';', '|')[0])] : [],
                Size = int.Parse(f[4]),
                Conversation = log.Conversation(f[0]),
                SourceId = f[1],
            });
        var built = log.Build();
        var rowOf = new Dictionary<(string, string), int>();
        for (var i = 0; i < built.Count; i++) rowOf[(built.ConversationNames[built.Conversation[i]], built.SourceIdOf(i)!)] = i;
        var links = File.ReadLines(SharedData.Path("data/irc-disentanglement/reply_links.csv")).Skip(1).Select(l => l.Split(','))
            .Select(f => (f[0], rowOf[(f[0], f[2])], rowOf[(f[0], f[1])])).ToList();
        return (Lens.None.Observe(built), links);
    }

    // The row so many places before in the same log.
    static int Earlier(Observation seen, int row, int places)
    {
        var at = row;
        while (places > 0 && at > 0)
            if (seen.Conversation[--at] == seen.Conversation[row]) places--;
        return at;
    }
}
