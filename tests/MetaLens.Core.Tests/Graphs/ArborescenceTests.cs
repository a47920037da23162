using MetaLens.Graphs;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class ArborescenceTests
{
    [Fact]
    public void Has_the_largest_sum_of_all_choices_of_parents_without_a_cycle()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var nodes = random.Next(1, 6);
            var score = new double[nodes, nodes];
            List<(int, int, double)> edges = [];
            for (var p = 0; p < nodes; p++)
                for (var c = 0; c < nodes; c++)
                    if (p != c && random.Next(3) > 0) edges.Add((p, c, score[p, c] = random.Next(-3, 10)));
            var found = Arborescence.Maximum(nodes, edges);
            Assert.True(IsForest(found));
            Assert.Equal(Best(nodes, score, []), Sum(found, score));
        }
    }

    [Fact]
    public void A_circle_is_opened_where_it_costs_least()
    {
        // a → b → c → a with 5 each, and d → a with 1: keep a → b → c below d.
        Assert.Equal([3, 0, 1, -1], Arborescence.Maximum(4, [(0, 1, 5), (1, 2, 5), (2, 0, 5), (3, 0, 1)]));
    }

    [Fact]
    public void Nothing_and_one_are_roots()
    {
        Assert.Empty(Arborescence.Maximum(0, []));
        Assert.Equal([-1], Arborescence.Maximum(1, [(0, 0, 3)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Arborescence.Maximum(1, [(0, 1, 3)]));
    }

    static double Best(int nodes, double[,] score, int[] parents)
    {
        if (parents.Length == nodes) return IsForest(parents) ? Sum(parents, score) : double.NegativeInfinity;
        return Enumerable.Range(-1, nodes + 1).Where(p => p != parents.Length).Max(p => Best(nodes, score, [.. parents, p]));
    }

    static double Sum(IReadOnlyList<int> parents, double[,] score) => Enumerable.Range(0, parents.Count).Where(v => parents[v] >= 0).Sum(v => score[parents[v], v]);

    static bool IsForest(IReadOnlyList<int> parents) => Enumerable.Range(0, parents.Count).All(v =>
    {
        for (var steps = 0; steps <= parents.Count; steps++)
        {
            if (parents[v] < 0) return true;
            v = parents[v];
        }
        return false;
    });
}
