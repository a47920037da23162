using MetaLens.Analyzers.Conversations;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Conversations;

public class GroupThreadFinderTests
{
    const long FiveMinutes = 300_000;

    // By hand: b takes up what a alone has said; c begins anew, as a and b talk to each other; a goes on with b; d takes up c; e names c; f comes when nobody waits for an answer.
    [Fact]
    public void Talks_that_run_side_by_side_are_told_apart()
    {
        var seen = Group(("a", null, 0), ("b", null, 60), ("c", null, 70), ("a", null, 80), ("d", null, 90), ("e", "c", 100), ("f", null, 400));
        var threads = GroupThreadFinder.Of(seen, FiveMinutes, TestContext.Current.CancellationToken);
        Assert.Equal([[0, 1, 3], [2, 4, 5], [6]], threads.Select(t => t.Rows));
        Assert.Equal([1, 1, 0], threads.Select(t => t.Between));
        Assert.Equal([2, 3, 1], threads.Select(t => t.Speakers));
        Assert.Equal(["a", "c", "f"], threads.Select(t => seen.NameOf(t.Initiator)));
        Assert.Equal((70_000, 100_000), (threads[1].Start, threads[1].End));
    }

    [Fact]
    public void A_message_that_nobody_takes_up_within_129_s_stays_alone()
    {
        Assert.Equal(2, GroupThreadFinder.Of(Group(("a", null, 0), ("b", null, 128), ("c", null, 1000)), FiveMinutes, TestContext.Current.CancellationToken).Count);
        Assert.Equal(3, GroupThreadFinder.Of(Group(("a", null, 0), ("b", null, 129), ("c", null, 1000)), FiveMinutes, TestContext.Current.CancellationToken).Count);
    }

    [Fact]
    public void Two_people_are_no_group() =>
        Assert.Empty(GroupThreadFinder.Of(Group(("a", null, 0), ("b", null, 1)), FiveMinutes, TestContext.Current.CancellationToken));

    // Annotated threads of the Ubuntu channel: rows joined by their annotated replies. 1 − variation of information / ln n, mean over logs; one thread for all and a thread for each message are the floors.
    [Theory]
    [InlineData(true, 0.80)]
    [InlineData(false, 0.68)]
    public void Annotated_threads_are_found_well_above_the_floors(bool addressing, double expected)
    {
        var (seen, links) = IrcLogs.Read(addressing);
        var threadOf = new int[seen.Count];
        var found = GroupThreadFinder.Of(seen, FiveMinutes, TestContext.Current.CancellationToken);
        for (var t = 0; t < found.Count; t++)
            foreach (var row in found[t].Rows) threadOf[row] = t;
        var scores = links.GroupBy(l => l.Log).Select(log =>
        {
            var known = new Dictionary<int, int>();
            foreach (var (_, later, earlier) in log)
            {
                var (a, b) = (Root(later), Root(earlier));
                known[a] = b;
            }
            int[] rows = [.. known.Keys];
            int[] truth = [.. rows.Select(Root)];
            return (Ours: Score([.. rows.Select(r => threadOf[r])]), OneForAll: Score(new int[rows.Length]), OneEach: Score(rows));

            int Root(int row)
            {
                known.TryAdd(row, row);
                while (known[row] != row) row = known[row];
                return row;
            }

            double Score(int[] guessed) => 1 - (PartitionAgreement.VariationOfInformation(guessed, truth) / Math.Log(rows.Length));
        }).ToList();
        Assert.Equal(153, scores.Count);
        Assert.Equal(expected, scores.Average(s => s.Ours), 2);
        Assert.Equal(0.50, scores.Average(s => s.OneForAll), 2);
        Assert.Equal(0.50, scores.Average(s => s.OneEach), 2);
    }

    static Observation Group(params ReadOnlySpan<(string From, string? To, long Second)> messages)
    {
        var log = new MessageLogBuilder();
        foreach (var (from, to, second) in messages)
            log.Add(new MessageRecord { SentAt = second * 1000, Sender = log.Actor(from), Recipients = to is null ? [] : [log.Actor(to)], Conversation = log.Conversation("room"), Traits = new MessageTraits(RecipientBasis.Unknown) });
        return Lens.None.Observe(log.Build());
    }
}
