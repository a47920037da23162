using MetaLens.Analyzers.Hierarchy;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Hierarchy;

/// <summary>Charts without labels against floors that are chosen with the labels in view: the best of all scores, the best of the simple rules for managers.</summary>
public class OrganisationChartTests
{
    [Theory]
    [InlineData(5), InlineData(6), InlineData(7)]
    public void In_the_synthetic_company_it_beats_every_single_score_and_every_simple_rule(int seed)
    {
        var made = InventedOrganisation.Company(150, 67, 2, seed);
        BeatsFloors(made.Seen, made.Manager);
    }

    // Mail mostly upwards; mostly orders; mostly among colleagues; much noise.
    [Theory]
    [InlineData(0.3, 0.1, 0.25, 0.2, 0.15, 0.05), InlineData(0.1, 0.35, 0.25, 0.15, 0.15, 0.2), InlineData(0.1, 0.1, 0.45, 0.2, 0.15, 0.05), InlineData(0.12, 0.12, 0.16, 0.25, 0.35, 0.08)]
    public void In_organisations_of_other_kinds_it_does_so_too(double up, double down, double peers, double department, double anybody, double toTeam)
    {
        var style = new OrganisationStyle("not learned from") { Up = up, Down = down, Peers = peers, Department = department, Anybody = anybody, ToTeam = toTeam };
        var made = InventedOrganisation.Make(style, seed: 5);
        BeatsFloors(made.Seen, made.Manager);
    }

    [Fact]
    public void Against_a_shuffled_chart_it_falls_to_chance()
    {
        var (seen, manager, _) = InventedOrganisation.Make(OrganisationStyle.All[0], seed: 6);
        var chart = OrganisationChart.Infer(seen);
        var names = Enumerable.Range(0, manager.Length).ToArray();
        var (order, hits) = (0.0, 0.0);
        const int Shuffles = 20;
        for (var shuffle = 0; shuffle < Shuffles; shuffle++)
        {
            new Random(shuffle).Shuffle(names);
            var dealt = new int[manager.Length];
            for (var p = 0; p < dealt.Length; p++) dealt[names[p]] = manager[p] < 0 ? -1 : names[manager[p]];
            order += Ordered(chart.Leadership, dealt) / Shuffles;
            hits += Right(chart.Manager, dealt) / Shuffles;
        }
        Assert.InRange(order, 0.4, 0.6);
        Assert.InRange(hits, 0, 0.03);
    }

    [Fact]
    public void On_the_Manufacturing_mail_it_is_far_above_chance()
    {
        var seen = Lens.None.Observe(Logs.Manufacturing());
        var party = Enumerable.Range(0, seen.PartyCount).ToDictionary(p => seen.NameOf(new PartyId(p)));
        var manager = new int[seen.PartyCount];
        Array.Fill(manager, -1);
        foreach (var f in File.ReadLines(SharedData.Path("data/manufacturing/reportsto.csv")).Skip(1).Select(l => l.Split(',')).Where(f => f[0] != f[1])) manager[party[f[0]]] = party[f[1]];
        var chart = OrganisationChart.Infer(seen);
        Assert.InRange(Ordered(chart.Leadership, manager), 0.68, 1);
        Assert.InRange(Right(chart.Manager, manager), 0.14, 1);
    }

    [Fact]
    public void Everybody_but_the_top_has_one_manager_and_chances_sum_to_one()
    {
        var seen = InventedOrganisation.Make(OrganisationStyle.All[0], seed: 7).Seen;
        OrganisationChart chart = OrganisationChart.Infer(seen, seed: 3), again = OrganisationChart.Infer(seen, seed: 3);
        Assert.Equal(chart.Manager, again.Manager);
        Assert.Equal(chart.Leadership, again.Leadership);
        Assert.Single(chart.Manager, -1);
        var top = chart.Manager.IndexOf(-1);
        foreach (var e in Enumerable.Range(0, seen.PartyCount).Where(e => e != top))
        {
            var steps = 0;
            for (var at = e; chart.Manager[at] >= 0; at = chart.Manager[at]) Assert.True(++steps <= seen.PartyCount);
            Assert.InRange(Enumerable.Range(0, seen.PartyCount).Sum(m => chart.Chance(new PartyId(m), new PartyId(e))), 0, 1.001);
        }
    }

    [Fact]
    public void Nobody_and_one_pair_have_a_chart_too()
    {
        Assert.Empty(OrganisationChart.Infer(Lens.None.Observe(new MessageLogBuilder().Build())).Manager);
        var log = new MessageLogBuilder();
        log.Add(new MessageRecord { SentAt = 1, Sender = log.Actor("a"), Recipients = [log.Actor("b")], Size = 1 });
        var pair = OrganisationChart.Infer(Lens.None.Observe(log.Build()));
        Assert.Single(pair.Manager, -1);
        Assert.Equal(2, pair.Manager.Length);
    }

    static void BeatsFloors(Observation seen, int[] manager)
    {
        var chart = OrganisationChart.Infer(seen);
        var graph = GraphBuilder.Directed(seen);
        var scores = LeadershipScores.Of(graph);
        var best = scores.Values.Max(s => Ordered(s, manager));
        var rules = scores.Values.Select(s => Right(LikelyManagers.Of(graph, s), manager)).Append(Right(MostMail(graph), manager)).Max();
        Assert.True(Ordered(chart.Leadership, manager) > best, $"order {Ordered(chart.Leadership, manager):0.000}, best score {best:0.000}");
        Assert.True(Right(chart.Manager, manager) > rules + 0.1, $"managers {Right(chart.Manager, manager):0.000}, best rule {rules:0.000}");
    }

    static double Ordered(IReadOnlyList<double> score, int[] manager)
    {
        double right = 0, all = 0;
        for (var e = 0; e < manager.Length; e++)
            for (var above = manager[e]; above >= 0; above = manager[above], all++) right += (1 + Math.Sign(score[above] - score[e])) / 2.0;
        return right / all;
    }

    static double Right(IReadOnlyList<int> guess, int[] manager) =>
        Enumerable.Range(0, manager.Length).Where(e => manager[e] >= 0).Average(e => guess[e] == manager[e] ? 1.0 : 0);

    static int[] MostMail(CommunicationGraph graph)
    {
        var ties = GraphBuilder.ToUndirected(graph);
        return [.. Enumerable.Range(0, ties.NodeCount).Select(v => Enumerable.Range(ties.Offset[v], ties.Degree(v)).OrderByDescending(e => ties.Messages[e]).Select(e => ties.Target[e]).FirstOrDefault(-1))];
    }
}
