using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Messages;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public sealed class GraphBuilderTests
{
    [Theory]
    [InlineData(1, 20, 500, 1)]
    [InlineData(2, 3_000, 60_000, 3)]
    [InlineData(3, 500, 60_000, 45)]
    public void The_graph_holds_what_adding_up_pair_by_pair_gives(int seed, int actors, int messages, int mostRecipients)
    {
        // The last case has more deliveries than are gathered in one round.
        var seen = Lens.None.Observe(Log(seed, actors, messages, mostRecipients));
        var expected = new Dictionary<(int, int), (int Messages, long Bytes, long First, long Last)>();
        for (var i = 0; i < seen.Count; i++)
            foreach (var to in seen.RecipientsOf(i))
                if (to != seen.Sender[i])
                {
                    var (count, bytes, first, _) = expected.GetValueOrDefault((seen.Sender[i], to), (0, 0, seen.SeenAt[i], 0));
                    expected[(seen.Sender[i], to)] = (count + 1, bytes + Math.Max(0, seen.Size[i]), first, seen.SeenAt[i]);
                }
        var directed = GraphBuilder.Directed(seen);
        Assert.Equal(expected.OrderBy(t => t.Key).Select(t => new Tie(t.Key.Item1, t.Key.Item2, t.Value.Messages, t.Value.Bytes, t.Value.First, t.Value.Last)), directed.Ties());

        var undirected = GraphBuilder.ToUndirected(directed);
        var joined = expected.GroupBy(t => (Math.Min(t.Key.Item1, t.Key.Item2), Math.Max(t.Key.Item1, t.Key.Item2))).OrderBy(g => g.Key)
            .Select(g => new Tie(g.Key.Item1, g.Key.Item2, g.Sum(t => t.Value.Messages), g.Sum(t => t.Value.Bytes), g.Min(t => t.Value.First), g.Max(t => t.Value.Last)));
        Assert.Equal(joined, undirected.Ties());
        Assert.Equal(expected.Keys.Select(k => (k.Item2, k.Item1)).Order(), GraphBuilder.Reversed(directed).Ties().Select(t => (t.A, t.B)));
        Assert.Equal(directed.Ties(), GraphBuilder.Reversed(GraphBuilder.Reversed(directed)).Ties());
    }

    static MessageLog Log(int seed, int actors, int messages, int mostRecipients)
    {
        var random = new Random(seed);
        var log = new MessageLogBuilder();
        var ids = Enumerable.Range(0, actors).Select(a => log.Actor($"a{a}")).ToArray();
        var recipients = new int[mostRecipients];
        for (var i = 0; i < messages; i++)
        {
            // Some people send far more than others; a few write to themselves.
            var from = ids[(int)(actors * Math.Pow(random.NextDouble(), 3))];
            for (var r = 0; r < mostRecipients; r++) recipients[r] = ids[(from + (r * 7) + random.Next(8)) % actors];
            log.Add(new MessageRecord { SentAt = 1_700_000_000_000 + (i / 2), Sender = from, Recipients = recipients.Distinct().ToArray(), Size = random.Next(-1, 500) });
        }
        return log.Build();
    }
}
