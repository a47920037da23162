using MetaLens.Graphs;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

public class BackboneTests
{
    [Fact]
    public void Disparity_by_hand()
    {
        // a: 9 of 10 messages to b, 1 to c: (1 − 0.9)¹ and (1 − 0.1)¹; b and c have one contact each, p = 1 from there.
        var found = Backbone.Disparity(SmallGraphs.Undirected("a>b*9 a>c"));
        Assert.Equal(0.1, found.PValue[0], 1e-12);
        Assert.Equal(0.9, found.PValue[1], 1e-12);
        Assert.Equal(0.2, found.Bonferroni[0], 1e-12);
        Assert.Equal(0.2, found.BenjaminiHochberg[0], 1e-12);
        Assert.Equal(0.9, found.BenjaminiHochberg[1], 1e-12);
        Assert.Equal(9, found.Strongest(1).Single().Messages);
    }

    [Theory]
    [MemberData(nameof(References.Names), MemberType = typeof(References))]
    public void Disparity_equals_the_formula_on_networkx_degrees_and_strengths(string data)
    {
        var reference = References.Of(data);
        var expected = reference.Values.GetProperty("disparity");
        var found = Backbone.Disparity(reference.Undirected);
        var ofTie = found.Ties.Select((tie, t) => (tie, t)).ToDictionary(x => (x.tie.A, x.tie.B), x => found.PValue[x.t]);
        foreach (var tie in expected.GetProperty("sample").EnumerateArray())
        {
            int a = reference.Node(tie[0].GetString()!), b = reference.Node(tie[1].GetString()!);
            Assert.Equal(tie[2].GetDouble(), ofTie[(Math.Min(a, b), Math.Max(a, b))], 1e-9);
        }
        Assert.Equal(expected.GetProperty("sum").GetDouble(), found.PValue.Sum(), 1e-9 * found.Ties.Length);
        Assert.Equal(expected.GetProperty("sum_of_squares").GetDouble(), found.PValue.Sum(p => p * p), 1e-9 * found.Ties.Length);
    }

    [Fact]
    public void Hypergeometric_by_hand()
    {
        // N = 5 messages, a sends 3, x receives 3, a → x carries 2: P[H ≥ 2] = (C(3,2) C(2,1) + C(3,3) C(2,0)) / C(5,3) = 7/10.
        var found = Backbone.Hypergeometric(SmallGraphs.Directed("a>x*2 a>y b>x b>y"));
        Assert.Equal(0.7, found.PValue[found.Ties.IndexOf(found.Ties.First(t => t.Messages == 2))], 1e-12);
    }

    [Fact]
    public void Hypergeometric_tails_add_up_over_all_counts()
    {
        // Against direct sums of binomial coefficients (whole numbers, exact in doubles here).
        foreach (var (all, marked, drawn) in new[] { (20, 7, 9), (30, 15, 28), (12, 12, 5) })
        {
            // One sender of `marked`, one recipient of `drawn`: the tie's p-value for each possible count.
            for (var w = Math.Max(1, marked + drawn - all); w <= Math.Min(marked, drawn); w++)
            {
                var rest = all - marked - (drawn - w);
                var ties = string.Join(' ', new[] { $"a>x*{w}", $"a>y*{marked - w}", $"b>x*{drawn - w}", $"b>y*{rest}" }.Where(t => !t.EndsWith("*0", StringComparison.Ordinal)));
                var expected = Enumerable.Range(w, Math.Min(marked, drawn) - w + 1).Sum(k => Choose(marked, k) * Choose(all - marked, drawn - k)) / Choose(all, drawn);
                Assert.Equal(expected, Backbone.Hypergeometric(SmallGraphs.Directed(ties)).PValue[0], 1e-10);
            }
        }

        static double Choose(int n, int k)
        {
            double product = k > n || k < 0 ? 0 : 1;
            for (var i = 0; i < k; i++) product = product * (n - i) / (i + 1);
            return product;
        }
    }

    [Fact]
    public void In_a_triangle_of_equals_activity_is_the_root_of_the_share_of_intervals()
    {
        // By hand: each pair meets in 4 of 10 hours, so a² = 0.4 and P[Binomial(10, 0.4) ≥ 4] = 0.6177193984.
        var messages = new List<(string, string, long)>();
        foreach (var hour in new[] { 0, 3, 6, 9 })
            messages.AddRange([("a", "b", (hour * 3600L) + 1), ("b", "a", (hour * 3600L) + 2), ("b", "c", (hour * 3600L) + 3), ("c", "a", (hour * 3600L) + 4)]);
        var found = ActivityBackbone.Of(Logs.Seen([.. messages]), Duration.FromHours(1));
        Assert.Equal(10, found.Intervals);
        Assert.All(found.Activity, a => Assert.Equal(Math.Sqrt(0.4), a, 1e-9));
        Assert.All(found.Ties.PValue, p => Assert.Equal(0.6177193984, p, 1e-9));
    }

    [Fact]
    public void Activities_solve_the_equations_on_real_messages()
    {
        var found = ActivityBackbone.Of(References.Of("copenhagen").Seen, Duration.FromHours(1));
        var a = found.Activity;
        double[] left = new double[a.Length], scale = new double[a.Length];
        for (var i = 0; i < a.Length; i++)
            for (var j = 0; j < a.Length; j++)
                if (i != j && a[i] > 0) left[i] -= found.Intervals * a[i] * a[j] / (1 - (a[i] * a[j]));
        foreach (var tie in found.Ties.Ties)
            foreach (var end in new[] { tie.A, tie.B })
            {
                left[end] += tie.Messages / (1 - (a[tie.A] * a[tie.B]));
                scale[end] += tie.Messages;
            }
        for (var i = 0; i < a.Length; i++) Assert.Equal(0, left[i] / Math.Max(1, scale[i]), 1e-6);
        Assert.True(found.Ties.Bonferroni.Count(p => p < 0.01) > 0.5 * found.Ties.Ties.Length);
    }

    [Theory]
    [MemberData(nameof(SmallGraphs.Odd), MemberType = typeof(SmallGraphs))]
    public void Odd_graphs_have_p_values_within_0_and_1(string ties)
    {
        foreach (var graph in new[] { SmallGraphs.Directed(ties), SmallGraphs.Undirected(ties) })
            foreach (var found in new[] { Backbone.Disparity(graph), Backbone.Hypergeometric(graph) })
                Assert.All([.. found.PValue, .. found.Bonferroni, .. found.BenjaminiHochberg], p => Assert.InRange(p, 0, 1));
        Assert.Empty(ActivityBackbone.Of(Logs.Seen(), Duration.FromHours(1)).Ties.Ties);
        Assert.Single(ActivityBackbone.Of(Logs.Seen(("a", "b", 1), ("b", "a", 1)), Duration.FromHours(1)).Ties.PValue);
    }
}
