using MetaLens.Attacks.Relationships;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.Relationships;

/// <summary>
/// The company's own list of who reports to whom. Five folds by employee: an answer rests on the other folds' part of the list. Floor: plain logistic regression on pair features, 26 % of 153 (MRR 0.36).
/// </summary>
public class ManagerInferenceTests
{
    [Fact]
    public void With_four_fifths_of_the_chart_known_the_manager_of_most_who_ever_wrote_to_theirs_is_named()
    {
        var (hits, wrote, all) = Named(shuffled: false);
        Assert.Equal((97, 153), (wrote, all));
        Assert.InRange(hits / (double)wrote, 0.50, 1);
        Assert.InRange(hits / (double)all, 0.32, 1);
    }

    [Fact]
    public void With_a_shuffled_chart_almost_no_manager_is_named()
    {
        // The control: the same managers dealt out at random. Chance is about 1 in 30; 15 % leaves room for managers of many.
        var (hits, _, all) = Named(shuffled: true);
        Assert.InRange(hits / (double)all, 0, 0.15);
    }

    static (int Hits, int Wrote, int All) Named(bool shuffled)
    {
        var log = Logs.Manufacturing();
        var pairs = new PairFeatures(Lens.None.Observe(log));
        var rows = File.ReadLines(SharedData.Path("data/manufacturing/reportsto.csv")).Skip(1).Select(line => line.Split(',')).Where(f => f[0] != f[1]).ToArray();
        PartyId[] employees = [.. rows.Select(f => Party(f[0]))], managers = [.. rows.Select(f => Party(f[1]))];
        var random = new Random(1);
        if (shuffled) random.Shuffle(managers);
        var order = Enumerable.Range(0, employees.Length).ToArray();
        random.Shuffle(order);
        int hits = 0, wrote = 0;
        for (var fold = 0; fold < 5; fold++)
        {
            var known = order.Where((_, i) => i % 5 != fold).ToDictionary(i => employees[i], i => managers[i]);
            var asked = order.Where((_, i) => i % 5 == fold).ToArray();
            var answers = ManagerInference.Rank(pairs, known, [.. asked.Select(i => employees[i])], TestContext.Current.CancellationToken);
            for (var i = 0; i < asked.Length; i++)
            {
                if (answers[i].Candidates.Length > 0 && answers[i].Candidates[0].Manager == managers[asked[i]]) hits++;
                if (pairs.ContactsOf(employees[asked[i]]).Contains(managers[asked[i]])) wrote++;
            }
        }
        return (hits, wrote, employees.Length);

        PartyId Party(string name) => log.Actors.TryFind(name, out var actor) ? new PartyId(actor.Index) : throw new InvalidDataException(name);
    }
}
