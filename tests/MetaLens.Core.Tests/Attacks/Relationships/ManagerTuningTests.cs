using MetaLens.Attacks.Relationships;
using MetaLens.Lenses;
using MetaLens.Synthesis;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.Relationships;

public class ManagerTuningTests
{
    static readonly SyntheticPopulation Company = PopulationGenerator.Generate(new PopulationOptions { Actors = 50, Days = 20, Scenario = Scenario.Company, Seed = 4 });

    [Fact]
    public void One_of_those_compared_is_chosen_the_same_every_time()
    {
        var pairs = new PairFeatures(Lens.None.Observe(Company.Log));
        var known = Company.Managers.Where(m => m.Actor != m.Manager).Take(30).ToDictionary(m => Party(m.Actor), m => Party(m.Manager));
        var chosen = ManagerTuning.Choose(pairs, known, 1, TestContext.Current.CancellationToken);
        Assert.Contains(chosen, ManagerTuning.Compared);
        Assert.Equal(chosen, ManagerTuning.Choose(pairs, known, 1, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Where_hardly_anything_is_known_nothing_is_chosen() =>
        Assert.Equal(new ManagerInferenceOptions(), ManagerTuning.Choose(new PairFeatures(Lens.None.Observe(Company.Log)), new Dictionary<PartyId, PartyId> { [new(0)] = new(1) }, 1, TestContext.Current.CancellationToken));

    [Fact]
    public void A_ridge_is_above_nought() => Assert.Throws<ArgumentOutOfRangeException>(() => new ManagerInferenceOptions { Ridge = 0 });

    static PartyId Party(string name) => Company.Log.Actors.TryFind(name, out var actor) ? new PartyId(actor.Index) : throw new InvalidDataException(name);
}
