using MetaLens.Analyzers;
using MetaLens.Attacks.IdentifierLinking;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.IdentifierLinking;

public class StructureAttackTests
{
    // By hand: a and b have ties of their own kind; c, d and e only hear from b, and nobody can tell them apart.
    static readonly Observation Star = Logs.Seen(("a", "b", 0), ("b", "c", 1), ("b", "d", 2), ("b", "e", 3));

    [Fact]
    public void Who_has_a_place_of_their_own_is_singled_out_and_who_has_not_gets_all_of_the_same_place()
    {
        var rows = Run(Star, 0);
        Assert.Equal(["a", "b"], rows.Where(r => (double)r[3]! == 1).Select(r => (string)r[0]!).Order());
        Assert.All(rows.Where(r => (double)r[3]! == 1), r => Assert.Equal(r[0], r[2]));
        foreach (var leaf in (string[])["c", "d", "e"])
        {
            var guesses = rows.Where(r => (string)r[0]! == leaf).ToArray();
            Assert.Equal(["c", "d", "e"], guesses.Select(r => (string)r[2]!).Order());
            Assert.All(guesses, r => Assert.Equal(1 / 3.0, (double)r[3]!, 12));
        }
    }

    [Fact]
    public void First_guesses_about_those_who_look_alike_name_nobody_twice_and_are_right_by_chance_only()
    {
        Assert.All(Enumerable.Range(0, 20), seed => Assert.Equal(["c", "d", "e"], First(seed).Select(r => (string)r[2]!).Order()));
        var right = Enumerable.Range(0, 300).Average(seed => First(seed).Average(r => r[0]!.Equals(r[2]) ? 1.0 : 0));
        // A random matching of three has one right on average, a third; its standard error over 300 draws is 0.02.
        Assert.InRange(right, 1 / 3.0 - 0.07, 1 / 3.0 + 0.07);

        static IEnumerable<object?[]> First(int seed) => Run(Star, seed).Where(r => r[1] is 1 && (double)r[3]! < 1);
    }

    [Fact]
    public void Hidden_senders_leave_nothing_to_go_by() => Assert.Empty(Run(LensText.Parse("hide=sender").Observe(Logs.Random(seed: 2)), 0));

    static IReadOnlyList<object?[]> Run(Observation seen, int seed)
    {
        var attack = new StructureAttack();
        return attack.Run(seen, new AnalysisArguments(attack, seed: seed), TestContext.Current.CancellationToken).Rows;
    }
}
