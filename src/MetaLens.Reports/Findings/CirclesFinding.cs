using MetaLens.Graphs;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>Which circles people form: communities by the Leiden algorithm, drawn on the backbone of their ties.</summary>
public static class CirclesFinding
{
    const int SmallestCircle = 5, Runs = 5;

    /// <summary>The finding. O(ties) a pass of the search; the layout O(n²) for the few hundred people that are drawn.</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "circles", Heading = "Circles";
        var graph = evidence.Undirected;
        var amongOthers = graph.Ties().Count(t => t.A != evidence.Owner && t.B != evidence.Owner);
        if (amongOthers < SmallestCircle)
            return Finding.Unknown(Id, Heading, evidence.Owner is null ? "There are too few ties to see circles in." : "Your records show your own ties, not those between your contacts: which circles they form, they do not say.",
                "An operator of the service holds everybody's records, and with them the circles.");
        var found = Leiden.Of(graph, new LeidenOptions { Seed = evidence.Seed, Runs = Runs });
        var sizes = found.Partition.Sizes.Where(s => s >= SmallestCircle).ToArray();
        var tied = Enumerable.Range(0, graph.NodeCount).Count(v => graph.Degree(v) > 0);
        if (sizes.Length == 0) return Finding.Unknown(Id, Heading, $"No circle of {SmallestCircle} people or more stands out among {Figures.Count(tied)}.");
        var inside = graph.Ties().Where(t => found.Partition.Group[t.A] == found.Partition.Group[t.B]).Sum(t => (long)t.Messages);
        var all = graph.Ties().Sum(t => (long)t.Messages);
        return new Finding(Id, Heading,
            $"Who writes to whom falls into {Figures.Count(sizes.Length)} circles of at least {SmallestCircle} people; {Figures.Percent(inside / (double)all)} of {Figures.Count(all)} messages stay inside one. The largest holds {Figures.Count(sizes[0])} of {Figures.Count(tied)} people.",
            Certainty.ConsistentWith,
            [$"Communities by the Leiden algorithm, the best of {Runs} searches by modularity ({Figures.Number(found.Quality)}; 0 = no more than chance, 1 = circles that never write to each other). Nobody needs to read a word for this, nor to know a name: who writes to whom is enough."],
            Finding.Named(("circles", sizes.Length), ("smallest_circle", SmallestCircle), ("share_inside", inside / (double)all), ("messages", all), ("people_in_largest", sizes[0]), ("people", tied), ("modularity", found.Quality)),
            [evidence.IsCoarse ? Sizes(sizes) : Picture(evidence, found.Partition)])
        { Question = "groups", Surprise = 0.2, Wrong = "On the mail of a research institute such circles match its departments far better than chance, and not exactly." };
    }

    static BarChart Sizes(int[] sizes) => new("circle-sizes", "The largest circles", $"Bars of the size of the {Math.Min(12, sizes.Length)} largest circles. The largest has {Figures.Count(sizes[0])} people.", "people",
        [.. sizes.Take(12).Select((size, i) => new Bar($"circle {i + 1}", size))]);

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
        return new NodeLink("circles-picture", $"The {ties.Length} ties least likely to be chance; colour and shape tell the circle, grey stands for those with fewer people here",
            $"{people.Length} people and the {ties.Length} ties between them that are least likely to be chance. Colour and shape tell the circle; the six largest in the picture have one of their own, the rest are grey dots.",
            "messages",
            [.. people.Select((p, i) => new Node(evidence.NameOf(p), (places[i].X - left) / wide, (places[i].Y - top) / tall, Strength(drawn, i), ranked[circles.Group[p]], Evidence.KeyOf(p), p == evidence.Owner))],
            [.. ties.Select((t, i) => new Link(at[t.A], at[t.B], t.Messages, when[i]))])
        { Slices = TieTimes.Slices(evidence) };
    }

    static double Strength(CommunicationGraph graph, int node)
    {
        var strength = 0.0;
        for (var e = graph.Offset[node]; e < graph.Offset[node + 1]; e++) strength += graph.Messages[e];
        return strength;
    }
}
