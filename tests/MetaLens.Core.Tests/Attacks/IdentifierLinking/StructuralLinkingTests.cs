using MetaLens.Attacks.IdentifierLinking;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Attacks.IdentifierLinking;

/// <summary>Matching by structure alone.</summary>
public class StructuralLinkingTests
{
    [Fact]
    public void All_986_people_of_email_Eu_are_found_again_after_renumbering_up_to_symmetry()
    {
        var first = GraphBuilder.Directed(Lens.None.Observe(Logs.EmailEu()));
        var number = Enumerable.Range(0, first.NodeCount).ToArray();
        new Random(1).Shuffle(number);
        var (second, party) = Renumbered(first, number);
        var (match, alone, exact) = StructuralLinking.Match(first, second, TestContext.Current.CancellationToken);
        Assert.True(exact);
        Assert.DoesNotContain(-1, match);
        // Source of 954: colour refinement on the two published releases, by an independent script.
        Assert.Equal(954, alone);
        Assert.InRange(match.Where((to, v) => to == party[number[v]]).Count(), 954, 986);
    }

    [Fact]
    public void A_circle_that_looks_the_same_everywhere_is_matched_by_singling_out()
    {
        var (circle, _) = Graph([.. Enumerable.Range(0, 9).Select(v => (v, (v + 1) % 9))]);
        var (match, alone, exact) = StructuralLinking.Match(circle, Renumbered(circle, [4, 7, 1, 0, 8, 2, 6, 3, 5]).Graph, CancellationToken.None);
        Assert.True(exact);
        Assert.Equal((0, 9), (alone, match.Distinct().Count()));
    }

    [Fact]
    public void Graphs_that_differ_are_not_said_to_match()
    {
        var (circle, _) = Graph([.. Enumerable.Range(0, 6).Select(v => (v, (v + 1) % 6))]);
        var (twoTriangles, _) = Graph([(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3)]);
        Assert.False(StructuralLinking.Match(circle, twoTriangles, CancellationToken.None).IsExact);
    }

    static (CommunicationGraph Graph, int[] Party) Renumbered(CommunicationGraph graph, int[] number) => Graph([.. graph.Ties().Select(t => (number[t.A], number[t.B]))]);

    static (CommunicationGraph Graph, int[] Party) Graph((int A, int B)[] ties)
    {
        var log = new MessageLogBuilder();
        foreach (var (a, b) in ties)
            log.Add(new MessageRecord { SentAt = 0, Sender = Actor(a), Recipients = [Actor(b)], Size = 1 });
        var seen = Lens.None.Observe(log.Build());
        var party = new int[seen.PartyCount];
        for (var p = 0; p < party.Length; p++) party[int.Parse(seen.NameOf(new PartyId(p)), System.Globalization.CultureInfo.InvariantCulture)] = p;
        return (GraphBuilder.Directed(seen), party);

        int Actor(int p) => log.Actor(p.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
