using System.Collections.Immutable;
using MetaLens.Graphs;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Languages;

namespace MetaLens.Reports.Findings;

/// <summary>Who else is in the records: how many people one person's ties lead to in one, two and three steps.</summary>
public static class ReachFinding
{
    /// <summary>From this many people on, starts are drawn at random instead of taking all.</summary>
    const int MostStarts = 2000;
    const int HubDegree = 50, FewestPeople = 20;

    /// <summary>The finding for the owner, or the median over everybody with a tie. O(starts × ties) at worst.</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "reach";
        var language = evidence.Language;
        var heading = language["reach.heading"];
        var graph = evidence.Undirected;
        var tied = Enumerable.Range(0, graph.NodeCount).Where(v => graph.Degree(v) > 0).ToArray();
        if (tied.Length == 0) return Finding.Unknown(Id, heading, language["reach.unknown.none"]);
        var others = tied.Length - 1;
        if (evidence.Owner is null && tied.Length < FewestPeople) return Finding.Unknown(Id, heading, language.Say("reach.unknown.few", ("people", tied.Length), ("fewest", FewestPeople)));
        return evidence.Owner is { } owner ? OfOwner(graph, owner, others, language) : OfEverybody(evidence, Starts(tied, evidence.Seed), others);
    }

    static Finding OfOwner(CommunicationGraph graph, int owner, int others, Language language)
    {
        var direct = graph.Degree(owner);
        return new Finding("reach", language["reach.heading"],
            language.Say(others == direct ? "reach.own.sentence" : "reach.own.sentence.groups", ("others", others), ("direct", direct), ("grouped", others - direct)),
            Certainty.Shown, [language["reach.evidence.pairs"]],
            Finding.Named(("others", others), ("people_in_1_step", direct), ("people_only_in_groups", others - direct)),
            others == direct ? [] : [Rings(language["reach.own.picture.title"], [new Ring(language["reach.own.picture.direct"], direct), new Ring(language["reach.own.picture.all"], others)], language)])
        { Question = "contacts", Surprise = 0.1, Wrong = language["reach.wrong"] };
    }

    static Finding OfEverybody(Evidence evidence, ImmutableArray<int> starts, int others)
    {
        var language = evidence.Language;
        var table = Reach.Of(evidence.Undirected, starts);
        var steps = Enumerable.Range(0, 3).Select(hop => Median(table.Reached[hop])).ToArray();
        var withoutHubs = Median(Reach.Of(evidence.Undirected, starts, new ReachOptions { HubDegree = HubDegree }).Reached[2]);
        return new Finding("reach", language["reach.heading"],
            language.Say("reach.all.sentence", ("one", steps[0]), ("two", steps[1]), ("three", steps[2]), ("share", steps[2] / (double)others), ("others", others), ("people", starts.Length)),
            Certainty.Shown,
            [language.Say("reach.all.evidence", ("hub", HubDegree), ("without-hubs", withoutHubs)), language["reach.evidence.pairs"]],
            Finding.Named(("people_in_1_step", steps[0]), ("people_in_2_steps", steps[1]), ("people_in_3_steps", steps[2]), ("share_in_3_steps", steps[2] / (double)others),
                ("people_in_3_steps_without_hubs", withoutHubs), ("hub_degree", HubDegree), ("others", others), ("people", starts.Length)),
            [Rings(language["reach.all.picture.title"], [new Ring(language["reach.all.picture.one"], steps[0]), new Ring(language["reach.all.picture.two"], steps[1]), new Ring(language["reach.all.picture.three"], steps[2])], language)])
        {
            Question = "contacts",
            Wrong = language["reach.wrong"],
            Surprise = 0.5 * (steps[2] - steps[0]) / Math.Max(1, others),
            Headline = language.Say("reach.all.headline", ("share", steps[2] / (double)others)),
        };
    }

    static RingChart Rings(string title, ImmutableArray<Ring> rings, Language language) =>
        new("rings", title, language.Say("reach.picture.description", ("rings", string.Join(", ", rings.Select(r => $"{r.Label} {language.Figures.Number(r.Count)}")))), language["chart.people"], rings) { Language = language };

    static ImmutableArray<int> Starts(int[] tied, int seed)
    {
        if (tied.Length > MostStarts)
        {
            new Random(seed).Shuffle(tied);
            tied = tied[..MostStarts];
        }
        return [.. tied];
    }

    static int Median(ImmutableArray<int> counts) => counts.Order().ElementAt(counts.Length / 2);
}
