using MetaLens.Analyzers;
using MetaLens.Attacks;
using MetaLens.Exposure;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Synthesis;
using Xunit;

namespace MetaLens.Core.Tests.Exposure;

/// <summary>Guesses held against a key in which everybody is somebody else: what an attack still gets right it did not learn from what it saw.</summary>
public class ShuffledKeyTests
{
    static readonly MessageLog Village = PopulationGenerator.Generate(new PopulationOptions { Actors = 60, Days = 25, Seed = 5 }).Log;

    [Theory]
    [InlineData("disclosure", "hide=sender,receipts=on")]
    [InlineData("disclosure", "links=2s")]
    [InlineData("correlate", "links=2s")]
    [InlineData("batch", "none")]
    [InlineData("fuzzy-tags", "none")]
    public void A_shuffled_key_takes_an_attack_down_to_guessing(string id, string protections)
    {
        var attack = AttackCatalog.Find(id)!;
        var seen = LensText.Parse(protections).Observe(Village, 0, out var key);
        var table = attack.Run(seen, new AnalysisArguments(attack), TestContext.Current.CancellationToken);
        double[] Score(AnalysisTable guesses) => AttackScores.Of(id, guesses, seen, key, new Truth(Village, 0, TestContext.Current.CancellationToken), seed: 0) is { } s ? [s.Value!.Value, s.Chance!.Value] : [];
        var right = Score(table);
        var shuffled = Enumerable.Range(1, 5).Average(seed => Score(Shuffled(table, seen, seed))[0]);
        // Five shuffles of 60 people: 0.1 is beyond three standard errors of a share.
        Assert.InRange(shuffled, 0, right[1] + 0.1);
        Assert.True(right[0] > shuffled + 0.15, $"{right[0]} {shuffled}");
    }

    // A key that is shuffled and guesses whose names are come to the same.
    static AnalysisTable Shuffled(AnalysisTable table, Observation seen, int seed)
    {
        string[] names = [.. Enumerable.Range(0, seen.PartyCount).Select(p => seen.NameOf(new PartyId(p)))], others = [.. names];
        new Random(seed).Shuffle(others);
        var other = names.Zip(others).ToDictionary(n => n.First, n => n.Second);
        return new AnalysisTable([.. table.Rows.Select(r => new[] { other[(string)r[0]!], r[1], other[(string)r[2]!], r[3] })], table.Notes);
    }
}
