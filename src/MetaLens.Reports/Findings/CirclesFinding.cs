using MetaLens.Graphs;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Languages;

namespace MetaLens.Reports.Findings;

/// <summary>Which circles people form: communities by the Leiden algorithm, drawn on the backbone of their ties.</summary>
public static class CirclesFinding
{
    // One search of millions of ties takes seconds, and the larger the graph the less another finds: as many as look at so many ends of ties together.
    const int SmallestCircle = 5, MostRuns = 5, LeastRuns = 2, Ends = 1_000_000;

    /// <summary>The finding. O(ties) a pass of the search; the layout O(n²) for the few hundred people that are drawn.</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "circles";
        var language = evidence.Language;
        var heading = language["circles.heading"];
        var graph = evidence.Undirected;
        var amongOthers = graph.Ties().Count(t => t.A != evidence.Owner && t.B != evidence.Owner);
        if (amongOthers < SmallestCircle)
            return Finding.Unknown(Id, heading, evidence.Owner is null ? language["circles.unknown.few"] : language["circles.unknown.own"],
                language["circles.unknown.operator"]);
        var runs = Math.Clamp(Ends / graph.Target.Length, LeastRuns, MostRuns);
        var found = Leiden.Of(graph, new LeidenOptions { Seed = evidence.Seed, Runs = runs });
        var sizes = found.Partition.Sizes.Where(s => s >= SmallestCircle).ToArray();
        var tied = Enumerable.Range(0, graph.NodeCount).Count(v => graph.Degree(v) > 0);
        if (sizes.Length == 0) return Finding.Unknown(Id, heading, language.Say("circles.unknown.none", ("smallest", SmallestCircle), ("people", tied)));
        var inside = graph.Ties().Where(t => found.Partition.Group[t.A] == found.Partition.Group[t.B]).Sum(t => (long)t.Messages);
        var all = graph.Ties().Sum(t => (long)t.Messages);
        return new Finding(Id, heading,
            language.Say("circles.sentence", ("circles", sizes.Length), ("smallest", SmallestCircle), ("inside", inside / (double)all), ("messages", all), ("largest", sizes[0]), ("people", tied)),
            Certainty.ConsistentWith,
            [language.Say("circles.evidence", ("runs", runs), ("modularity", found.Quality))],
            Finding.Named(("circles", sizes.Length), ("smallest_circle", SmallestCircle), ("share_inside", inside / (double)all), ("messages", all), ("people_in_largest", sizes[0]), ("people", tied), ("modularity", found.Quality)),
            [evidence.IsCoarse ? Sizes(sizes, language) : Picture(evidence, found.Partition)])
        { Question = "groups", Surprise = 0.2, Wrong = language["circles.wrong"] };
    }

    static BarChart Sizes(int[] sizes, Language language) => new("circle-sizes", language["circles.sizes.title"], language.Say("circles.sizes.description", ("bars", Math.Min(12, sizes.Length)), ("largest", sizes[0])), language["chart.people"],
        [.. sizes.Take(12).Select((size, i) => new Bar(language.Say("circles.sizes.bar", ("number", i + 1)), size))])
    { Language = language };

    static NodeLink Picture(Evidence evidence, Partition circles)
    {
        var ties = Backbone.Of(evidence.Undirected);
        var people = ties.SelectMany(t => new[] { t.A, t.B }).Distinct().Order().ToArray();
        var at = people.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
        var drawn = TieList.ToGraph(people.Length, ties.Select(t => t with { A = at[t.A], B = at[t.B] }));
        var places = StressLayout.Of(drawn, new LayoutOptions { Seed = evidence.Seed });
        // The six circles with most people in the picture have a colour and a shape.
        var ranked = people.GroupBy(p => circles.Group[p]).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select((g, i) => (g.Key, i)).ToDictionary(x => x.Key, x => x.i);
        var (wide, tall) = (Math.Max(places.Max(p => p.X) - places.Min(p => p.X), 1e-9), Math.Max(places.Max(p => p.Y) - places.Min(p => p.Y), 1e-9));
        var (left, top) = (places.Min(p => p.X), places.Min(p => p.Y));
        var when = TieTimes.Of(evidence, ties);
        var language = evidence.Language;
        return new NodeLink("circles-picture", language.Say("circles.picture.title", ("ties", ties.Length)), language.Say("circles.picture.description", ("people", people.Length), ("ties", ties.Length)),
            language["chart.messages"],
            [.. people.Select((p, i) => new Node(evidence.NameOf(p), (places[i].X - left) / wide, (places[i].Y - top) / tall, Strength(drawn, i), ranked[circles.Group[p]], Evidence.KeyOf(p), p == evidence.Owner))],
            [.. ties.Select((t, i) => new Link(at[t.A], at[t.B], t.Messages, when[i]))])
        { Language = language, Slices = TieTimes.Slices(evidence) };
    }

    static double Strength(CommunicationGraph graph, int node)
    {
        var strength = 0.0;
        for (var e = graph.Offset[node]; e < graph.Offset[node + 1]; e++) strength += graph.Messages[e];
        return strength;
    }
}
