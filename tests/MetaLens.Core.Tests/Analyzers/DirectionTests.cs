using MetaLens.Analyzers;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers;

/// <summary><c>--direction</c> means the same to every analysis that has it.</summary>
public class DirectionTests
{
    static readonly string[] Messages = ["frequency", "rhythm", "waking", "periods", "events", "journeys", "sizes", "signatures", "closeness", "betweenness", "reach"];

    [Fact]
    public void These_analyses_take_a_direction() =>
        Assert.Equal(Messages.Order(), AnalysisCatalog.All.Where(a => a.Parameters.Any(p => p.Name == DirectionArgument.Name)).Select(a => a.Card.Id).Order());

    public static TheoryData<string> Ids => [.. Messages];

    // In and out are other words for received and sent; any other word is refused by name.
    [Theory, MemberData(nameof(Ids))]
    public void Out_is_sent_and_in_is_received(string id)
    {
        Assert.Equal(Rows(id, "sent"), Rows(id, "out"));
        Assert.Equal(Rows(id, "received"), Rows(id, "in"));
        Assert.Contains("--direction", Assert.Throws<ArgumentException>(() => Rows(id, "up")).Message, StringComparison.Ordinal);
    }

    // Ann writes at eight in the morning and hears at eight in the evening.
    [Theory]
    [InlineData("sent", 8), InlineData("received", 20)]
    public void What_is_received_has_its_own_hours(string direction, int hour)
    {
        var messages = new List<(string, string, long)>();
        for (var day = 0; day < 10; day++)
        {
            messages.Add(("ann", "bob", day * 86_400 + 8 * 3600));
            messages.Add(("bob", "ann", day * 86_400 + 20 * 3600));
        }
        var analysis = AnalysisCatalog.Find("rhythm")!;
        var given = new Dictionary<string, string> { ["actor"] = "ann", ["zone"] = "UTC", ["direction"] = direction };
        var rows = analysis.Run(Logs.Seen([.. messages]), new AnalysisArguments(analysis, given), TestContext.Current.CancellationToken).Rows;
        Assert.All(rows.Where(r => (int)r[2]! > 0), r => Assert.Equal(hour, r[1]));
        given["direction"] = "both";
        Assert.Equal(20, analysis.Run(Logs.Seen([.. messages]), new AnalysisArguments(analysis, given), TestContext.Current.CancellationToken).Rows.Sum(r => (int)r[2]!));
    }

    static List<string> Rows(string id, string direction)
    {
        var analysis = AnalysisCatalog.Find(id)!;
        var table = analysis.Run(Lens.None.Observe(Logs.Random(11)), new AnalysisArguments(analysis, new Dictionary<string, string> { [DirectionArgument.Name] = direction }), TestContext.Current.CancellationToken);
        return [.. table.Rows.Select(r => string.Join('|', r))];
    }
}
