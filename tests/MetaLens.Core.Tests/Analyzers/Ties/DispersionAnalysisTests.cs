using MetaLens.Analyzers;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Ties;

public class DispersionAnalysisTests
{
    // By hand: a triangle and a pair. Of the three other people each end of a triangle's tie knows one: in common by chance 1/3; of four ties three have that, 1/3 · 4/3. The pair has nobody in common, never fewer.
    [Fact]
    public void Common_contacts_are_compared_with_chance()
    {
        var analysis = AnalysisCatalog.Find("dispersion")!;
        var table = analysis.Run(Logs.Seen(("a", "b", 1), ("b", "c", 2), ("c", "a", 3), ("d", "e", 4)), new AnalysisArguments(analysis), TestContext.Current.CancellationToken);
        var chance = analysis.Columns.Select(c => c.Name).ToList().IndexOf("overlap_p");
        Assert.Equal(8, table.Rows.Count);
        Assert.All(table.Rows, row => Assert.Equal(row[0] is "d" or "e" ? 1 : 4.0 / 9, (double)row[chance]!, 1e-12));
    }
}
