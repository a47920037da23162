using MetaLens.Analyzers;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Structure;

public class GraphAnalysesTests
{
    [Theory]
    [InlineData("structure", 15), InlineData("degree", 1899), InlineData("pagerank", 1899), InlineData("reach", 6), InlineData("motifs", 36), InlineData("communities", 1899), InlineData("leadership", 1899)]
    [InlineData("betweenness", 1899), InlineData("closeness", 1899), InlineData("eigenvector", 1899), InlineData("clustering", 1899), InlineData("dispersion", 2 * 13_838)]
    public void CollegeMsg_has_so_many_rows(string id, int rows) => Assert.Equal(rows, Run(id).Rows.Count);

    [Fact]
    public void The_hub_of_reach_is_an_option()
    {
        // Source: medians measured with an independent script, as in ReachTests.
        var rows = Run("reach").Rows;
        Assert.Equal([(1, true, 0.003), (2, true, 0.166), (3, true, 0.816), (1, false, 0.003), (2, false, 0.034), (3, false, 0.241)],
            rows.Select(r => ((int)r[0]!, (bool)r[1]!, Math.Round((double)r[2]!, 3))));
        Assert.Equal(rows[2][2], Run("reach", ("hub", "1000000")).Rows[5][2]);
    }

    // By hand: a wrote to b, b to c. Along the messages a reaches two, b one, c none; against them the other way round; either way all reach all.
    [Theory]
    [InlineData("sent", new[] { "a 1", "b 0.5", "c 0" }), InlineData("received", new[] { "a 0", "b 0.5", "c 1" }), InlineData("both", new[] { "a 1", "b 1", "c 1" })]
    public void Reach_follows_the_direction_asked_for(string direction, string[] shares)
    {
        var analysis = AnalysisCatalog.Find("reach")!;
        var seen = Logs.Seen(("a", "b", 0), ("b", "c", 60));
        Assert.Equal(shares, shares.Select(s => s[..1]).Select(actor => FormattableString.Invariant(
            $"{actor} {analysis.Run(seen, new AnalysisArguments(analysis, new Dictionary<string, string> { ["direction"] = direction, ["actor"] = actor, ["hops"] = "2" }), CancellationToken.None).Rows[1][4]}")));
    }

    // By hand: b lies on the one directed path a → c, and on both ordered pairs of two when directions are ignored.
    [Theory]
    [InlineData("sent", 0.5), InlineData("received", 0.5), InlineData("both", 1)]
    public void Betweenness_follows_the_direction_asked_for(string direction, double expected)
    {
        var analysis = AnalysisCatalog.Find("betweenness")!;
        var rows = analysis.Run(Logs.Seen(("a", "b", 0), ("b", "c", 60)), new AnalysisArguments(analysis, new Dictionary<string, string> { ["direction"] = direction }), CancellationToken.None).Rows;
        Assert.Equal(("b", expected), ((string)rows[0][0]!, (double)rows[0][1]!));
    }

    [Theory]
    [InlineData("disparity"), InlineData("hypergeometric"), InlineData("activity")]
    public void A_smaller_alpha_keeps_fewer_ties(string model)
    {
        var many = Run("backbone", ("null", model), ("alpha", "0.05"), ("interval", "1d")).Rows;
        var few = Run("backbone", ("null", model), ("alpha", "0.05"), ("interval", "1d"), ("correction", "bonferroni")).Rows;
        Assert.InRange(few.Count, 1, many.Count - 1);
        Assert.Equal(few, many.Take(few.Count));
    }

    [Fact]
    public void A_parameter_out_of_range_is_refused_by_name()
    {
        Assert.Contains("--damping", Assert.Throws<ArgumentException>(() => Run("pagerank", ("damping", "1"))).Message, StringComparison.Ordinal);
        Assert.Contains("--order", Assert.Throws<ArgumentException>(() => Run("motifs", ("order", "any"))).Message, StringComparison.Ordinal);
        Assert.Contains("--by", Assert.Throws<ArgumentException>(() => Run("leadership", ("by", "charm"))).Message, StringComparison.Ordinal);
    }

    static AnalysisTable Run(string id, params (string Name, string Value)[] given)
    {
        var analysis = AnalysisCatalog.Find(id)!;
        var seen = Lens.None.Observe(Logs.CollegeMsg());
        return analysis.Run(seen, new AnalysisArguments(analysis, given.ToDictionary(g => g.Name, g => g.Value)), CancellationToken.None);
    }
}
