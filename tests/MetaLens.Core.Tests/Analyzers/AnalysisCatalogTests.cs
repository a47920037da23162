using MetaLens.Analyzers;
using MetaLens.Lenses;
using MetaLens.Lenses.Protections;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers;

/// <summary>What holds for every analysis of the table.</summary>
public class AnalysisCatalogTests
{
    public static TheoryData<string> Ids => [.. AnalysisCatalog.All.Select(a => a.Card.Id)];

    public static TheoryData<string, string> IdsAndOddLogs =>
        [.. AnalysisCatalog.All.SelectMany(a => OddLogs.Keys.Select(k => new TheoryDataRow<string, string>(a.Card.Id, k)))];

    static readonly Dictionary<string, Func<Observation>> OddLogs = new()
    {
        ["empty"] = () => Logs.Seen(),
        ["one message"] = () => Logs.Seen(("a", "b", 1_000_000_000)),
        ["one actor, only messages to oneself"] = () => Logs.Seen(("a", "a", 1_000_000_000), ("a", "a", 1_000_000_100)),
        ["all at one instant"] = () => Logs.Seen(("a", "b", 1_000_000_000), ("b", "a", 1_000_000_000), ("a", "c", 1_000_000_000), ("a", "b", 1_000_000_000)),
        ["hidden senders"] = () => new Lens("sealed", "Sealed", Lens.None.Observer, [new HideSender()]).Observe(Logs.Random(1)),
        ["relative times"] = () => Lens.None.Observe(Based(TimeBasis.Relative)),
        ["wall-clock times"] = () => Lens.None.Observe(Based(TimeBasis.LocalUnknown)),
        ["nobody named as recipient"] = () => Lens.None.Observe(WithoutRecipients()),
    };

    [Theory, MemberData(nameof(IdsAndOddLogs))]
    public void An_analysis_answers_for_any_log(string id, string log)
    {
        var analysis = AnalysisCatalog.Find(id)!;
        var table = analysis.Run(OddLogs[log](), new AnalysisArguments(analysis), TestContext.Current.CancellationToken);
        Assert.All(table.Rows, row => Assert.Equal((table.Columns ?? analysis.Columns).Count, row.Length));
        Assert.All(table.Rows.SelectMany(r => r).OfType<double>(), x => Assert.True(double.IsFinite(x)));
    }

    [Theory, MemberData(nameof(Ids))]
    public void The_same_log_gives_the_same_table(string id)
    {
        var analysis = AnalysisCatalog.Find(id)!;
        var seen = Lens.None.Observe(Logs.Random(7));
        var arguments = new AnalysisArguments(analysis, seed: 3);
        var first = analysis.Run(seen, arguments, TestContext.Current.CancellationToken);
        var again = analysis.Run(seen, arguments, TestContext.Current.CancellationToken);
        Assert.Equal(first.Notes, again.Notes);
        Assert.Equal(first.Rows, again.Rows);
    }

    [Fact]
    public void Every_analysis_has_an_id_of_its_own_and_a_full_card()
    {
        Assert.Equal(AnalysisCatalog.All.Count, AnalysisCatalog.All.Select(a => a.Card.Id).Distinct().Count());
        foreach (var a in AnalysisCatalog.All)
        {
            string[] fields = [a.Card.Id, a.Card.Summary, a.Card.Definition, a.Card.Range, a.Card.EdgeCases, a.Card.Cost, a.Card.Source];
            Assert.All(fields, text => Assert.False(string.IsNullOrWhiteSpace(text), a.Card.Id));
            Assert.Equal(a.Columns.Count, a.Columns.Select(c => c.Name).Distinct().Count());
        }
    }

    [Fact]
    public void Every_card_tells_the_cost_in_time_and_memory()
    {
        foreach (var a in AnalysisCatalog.All) Assert.Matches(@"O\(.+\).* Memory O\(.+\)\.$", a.Card.Cost);
    }

    // Every analysis is measured by the one benchmark that walks the table.
    [Fact]
    public void The_benchmark_of_analyses_walks_the_table()
    {
        var source = File.ReadAllText(Path.Combine(SharedData.Root, "tests", "MetaLens.Benchmarks", "AnalysisBenchmarks.cs"));
        Assert.Contains("Ids => AnalysisCatalog.All.Select(a => a.Card.Id);", source);
        Assert.Contains("[ParamsSource(nameof(Ids))]", source);
    }

    static MessageLog Based(TimeBasis basis)
    {
        var log = new MessageLogBuilder { TimeBasis = basis };
        var random = new Random(2);
        for (var i = 0; i < 200; i++)
            log.Add(new MessageRecord { SentAt = i * 3_000_000L, Sender = log.Actor($"a{random.Next(5)}"), Recipients = [log.Actor($"a{random.Next(5)}")], Size = random.Next(500) });
        return log.Build();
    }

    static MessageLog WithoutRecipients()
    {
        var log = new MessageLogBuilder();
        for (var i = 0; i < 50; i++)
            log.Add(new MessageRecord { SentAt = 1_000_000_000_000 + i * 600_000L, Sender = log.Actor($"a{i % 3}"), Recipients = [], Conversation = log.Conversation("room"), Traits = new MessageTraits(RecipientBasis.Unknown) });
        return log.Build();
    }
}
