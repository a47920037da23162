using MetaLens.Analyzers;
using MetaLens.Attacks;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Attacks;

public class AttackCatalogTests
{
    public static TheoryData<string> Ids => [.. AttackCatalog.All.Select(a => a.Card.Id)];

    [Fact]
    public void Ids_are_unique() => Assert.Equal(AttackCatalog.All.Count, AttackCatalog.All.Select(a => a.Card.Id).Distinct().Count());

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_attack_names_subject_rank_guess_and_score_first_and_its_source(string id)
    {
        var attack = AttackCatalog.Find(id)!;
        Assert.Equal(["subject", "rank", "guess", "score"], attack.Columns.Take(4).Select(c => c.Name));
        Assert.Contains("doi:", attack.Card.Source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_attack_fills_its_columns_and_gives_the_same_table_twice(string id)
    {
        var attack = AttackCatalog.Find(id)!;
        var seen = Lens.None.Observe(Logs.Random(seed: 3));
        var rows = Run(attack, seen);
        Assert.NotEmpty(rows);
        Assert.All(rows, r => Assert.Equal(attack.Columns.Count, r.Length));
        Assert.Equal(rows, Run(attack, seen));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_attack_on_nothing_guesses_nothing(string id) => Assert.Empty(Run(AttackCatalog.Find(id)!, Lens.None.Observe(new MessageLogBuilder().Build())));

    static IReadOnlyList<object?[]> Run(IAnalysis attack, Observation seen) => attack.Run(seen, new AnalysisArguments(attack), TestContext.Current.CancellationToken).Rows;
}
