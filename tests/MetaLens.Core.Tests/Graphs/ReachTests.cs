using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class ReachTests
{
    // Source: medians over all users, undirected, whole period, measured with an independent script; hub = more than 50 neighbours.
    [Theory]
    [InlineData("CollegeMsg", 0.3, 16.6, 81.6, 3.4, 24.1)]
    [InlineData("Manufacturing", 24.1, 88.6, 99.4, 63.9, 77.7)]
    [InlineData("CopenhagenSms", 0.4, 0.9, 2.3, 0.9, 2.3)]
    [InlineData("EmailEu", 2.2, 49.4, 97.3, 13.6, 47.0)]
    public void Median_shares_of_all_users_reached_are_the_known_ones(string data, double one, double two, double three, double twoWithoutHubs, double threeWithoutHubs)
    {
        var log = data switch
        {
            "CollegeMsg" => Logs.CollegeMsg(),
            "Manufacturing" => Logs.Manufacturing(),
            "CopenhagenSms" => Logs.CopenhagenSms(),
            _ => Logs.EmailEu(),
        };
        var graph = GraphBuilder.Undirected(Lens.None.Observe(log));
        var all = Reach.Of(graph);
        var withoutHubs = Reach.Of(graph, new ReachOptions { HubDegree = 50 });
        Assert.Equal([one, two, three, twoWithoutHubs, threeWithoutHubs],
            new[] { all.Summarize(1)!.Median, all.Summarize(2)!.Median, all.Summarize(3)!.Median, withoutHubs.Summarize(2)!.Median, withoutHubs.Summarize(3)!.Median }
                .Select(share => Math.Round(share * 100, 1)));
    }

    [Fact]
    public void Reach_is_the_number_of_nodes_within_so_many_steps()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var graph = SmallGraphs.Random(seed, actors: 90, messages: 200);
            int? hub = seed % 2 == 0 ? null : 3;
            var table = Reach.Of(graph, new ReachOptions { Hops = 4, HubDegree = hub });
            for (var v = 0; v < graph.NodeCount; v++)
                for (var hops = 1; hops <= 4; hops++)
                    Assert.Equal(Within(graph, v, hops, hub), table.Reached[hops - 1][v]);
        }
    }

    [Fact]
    public void Several_starts_reach_together_what_any_of_them_reaches()
    {
        var graph = SmallGraphs.Undirected("a>b b>c c>d x>y y>z");
        // By hand: from a and x one hop gives b, y; two hops c, z; three hops d.
        Assert.Equal([2, 4, 5], Reach.OfTogether(graph, [0, 4]));
        Assert.Equal([2, 2, 2], Reach.OfTogether(graph, [0, 4], new ReachOptions { HubDegree = 1 }));
    }

    [Theory]
    [MemberData(nameof(SmallGraphs.Odd), MemberType = typeof(SmallGraphs))]
    public void Odd_graphs_have_reach_too(string ties)
    {
        var graph = SmallGraphs.Directed(ties);
        var table = Reach.Of(graph);
        Assert.Equal(graph.NodeCount == 0, table.Summarize(1) is null);
        for (var v = 0; v < graph.NodeCount; v++) Assert.InRange(table.Share(3, v), 0, 1);
    }

    static int Within(CommunicationGraph graph, int start, int hops, int? hub)
    {
        HashSet<int> seen = [start], front = [start];
        for (var hop = 0; hop < hops; hop++)
        {
            var next = front.Where(v => v == start || hub is null || graph.Degree(v) <= hub).SelectMany(v => graph.Neighbours(v).ToArray()).Where(u => !seen.Contains(u)).ToHashSet();
            seen.UnionWith(next);
            front = next;
        }
        return seen.Count - 1;
    }
}
