using MetaLens.Analyzers.Hierarchy;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Hierarchy;

/// <summary>A manufacturing company's mail against who reports to whom (doi 10.7910/DVN/6Z3CGX).</summary>
public class LeadershipScoresTests
{
    // Source: shares of all 419 (ancestor, descendant) pairs ordered rightly, equal scores counting half, measured with an independent script (networkx 2.8.8's PageRank, weighted by messages).
    [Theory]
    [InlineData("pagerank", 79.6)]
    [InlineData("messages_in", 79.4)]
    [InlineData("reverse_pagerank", 78.0)]
    [InlineData("messages_out", 77.6)]
    [InlineData("out_degree", 68.4)]
    [InlineData("degree", 66.5)]
    public void A_score_orders_so_many_superiors_above_their_subordinates(string name, double percent)
    {
        var seen = Lens.None.Observe(Logs.Manufacturing());
        var score = LeadershipScores.Of(GraphBuilder.Directed(seen))[name];
        var node = Enumerable.Range(0, seen.PartyCount).ToDictionary(p => seen.NameOf(new PartyId(p)));
        var manager = Managers();
        var pairs = manager.Keys.SelectMany(employee => Superiors(manager, employee).Select(superior => (Superior: node[superior], Employee: node[employee]))).ToList();
        Assert.Equal(419, pairs.Count);
        Assert.Equal(percent, Math.Round(100.0 * pairs.Sum(p => (1 + Math.Sign(score[p.Superior] - score[p.Employee])) / 2.0) / pairs.Count, 1));
    }

    [Fact]
    public void Likely_managers_form_a_forest_and_have_the_higher_score()
    {
        var graph = GraphBuilder.Directed(Lens.None.Observe(Logs.Manufacturing()));
        var score = LeadershipScores.Of(graph)["pagerank"];
        var managers = LikelyManagers.Of(graph, score);
        Assert.All(Enumerable.Range(0, graph.NodeCount).Where(v => managers[v] >= 0), v => Assert.True(score[managers[v]] > score[v]));
        // Whoever has the highest score of all has nobody above.
        Assert.Equal(-1, managers[score.IndexOf(score.Max())]);
    }

    static Dictionary<string, string> Managers() => File.ReadLines(SharedData.Path("data/manufacturing/reportsto.csv")).Skip(1)
        .Select(line => line.Trim().Split(',')).ToDictionary(f => f[0], f => f[1]);

    static IEnumerable<string> Superiors(Dictionary<string, string> manager, string employee)
    {
        for (var at = employee; manager.TryGetValue(at, out var above) && above != at; at = above) yield return above;
    }
}
