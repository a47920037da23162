using MetaLens.Exposure.Evaluations;
using MetaLens.Lenses;
using MetaLens.Synthesis;
using Xunit;

namespace MetaLens.Core.Tests.Exposure.Evaluations;

/// <summary>Labels dealt out to other people at random: what remains must be what guessing gives, or an answer was made of the labels themselves.</summary>
public class ShuffledLabelsTests
{
    static readonly SyntheticPopulation Company = PopulationGenerator.Generate(new PopulationOptions { Actors = 100, Days = 40, Scenario = Scenario.Company, Seed = 3 });

    // The first group may be the head of the company alone.
    static readonly string Largest = Company.Groups.CountBy(g => g.Label).MaxBy(g => g.Value).Key;

    [Theory]
    [InlineData("groups")]
    [InlineData("attribute")]
    [InlineData("roles")]
    [InlineData("contacts")]
    public void Shuffled_labels_score_as_guessing_does(string question)
    {
        var evaluation = EvaluationCatalog.Find(question)!;
        var real = evaluation.Evaluate(View(question, seed: null), TestContext.Current.CancellationToken).Main;
        double[] shuffled = [.. Enumerable.Range(0, 3).Select(seed => evaluation.Evaluate(View(question, seed), TestContext.Current.CancellationToken).Main.Value!.Value)];
        // Three shuffles of 100 people: 0.12 is beyond three standard errors of a share.
        Assert.InRange(shuffled.Average(), 0, real.Chance!.Value + 0.12);
        Assert.True(real.Value > shuffled.Max() + 0.1, $"{real.Value} {shuffled.Max()}");
    }

    static LabelledView View(string question, int? seed)
    {
        var people = Company.Groups.Select(g => g.Actor).ToArray();
        var others = people.ToArray();
        if (seed is { } s) new Random(s).Shuffle(others);
        var name = people.Zip(others).ToDictionary(p => p.First, p => p.Second);
        IEnumerable<string[]> rows = question switch
        {
            "roles" => Company.Managers.Select(m => new[] { name[m.Actor], name[m.Manager] }),
            "attribute" => Company.Groups.Select(g => new[] { name[g.Actor], g.Label == Largest ? "here" : "elsewhere" }),
            "contacts" => Company.Ties.Select(t => new[] { name[t.A], name[t.B] }),
            _ => Company.Groups.Select(g => new[] { name[g.Actor], g.Label }),
        };
        return new LabelledView(Company.Log, Lens.None, new LabelTable("labels.csv", [.. rows.Select((r, i) => new LabelRow(i + 2, r))]), seed: 0);
    }
}
