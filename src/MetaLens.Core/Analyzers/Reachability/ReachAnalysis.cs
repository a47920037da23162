using MetaLens.Analyzers.Frequency;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Reachability;

/// <summary><see cref="Reach"/> as a table.</summary>
sealed class ReachAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "reach",
        "What share of all people an order for one person's contacts, and theirs, exposes in 1, 2, 3 hops; with and without hubs.",
        "R_k(v) = actors within k steps of v / (n − 1), v left out; steps go either way (--direction both), from sender to recipient (sent: whom news from v reaches) or back (received: whose news reaches v). Without hubs: actors with more than --hub contacts in that direction are reached but not gone through, the start excepted. Every tie is one step, whatever its weight: an order names people, not messages. Over all actors with a tie as starts: "
        + "median, the share that nine in ten do not exceed (linear interpolation), mean and largest. With --actor: of that one.",
        "0 … 1.",
        "Empty log, only messages to oneself, hidden senders or recipients: no rows.",
        "O(actors · ties) at worst, 64 starts sharing a walk; above 20,000 actors from 2,000 starts drawn by the seed. Memory O(starts · hops + ties).",
        "Mayer, Mutchler, Mitchell, PNAS 113 (2016) 5536, doi 10.1073/pnas.1508081113.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } =
    [
        new("hops", "3", "most hops, 1 … 20"), new("hub", "50", "contacts beyond which an actor is a hub, 0 … 1000000000"), PartyArgument.Parameter,
        DirectionArgument.Parameter("both", "way of the steps: to those written to, to those heard from, or either"),
    ];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("hops", "number of hops"), new("through_hubs", "whether hubs are gone through"), new("median_share", "half of the starts reach at most this, 0 … 1"),
        new("ninetieth_share", "nine in ten starts reach at most this, 0 … 1"), new("mean_share", "0 … 1"), new("largest_share", "0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        const int AllUpTo = 20_000, Drawn = 2000;
        var directed = GraphBuilder.Directed(seen.Restrict(ObservationWindow.Communication));
        var undirected = GraphBuilder.ToUndirected(directed);
        var graph = DirectionArgument.Of(arguments) switch
        {
            Direction.Sent => directed,
            Direction.Received => GraphBuilder.Reversed(directed),
            _ => undirected,
        };
        int hops = arguments.Whole("hops", 1, 20), hub = arguments.Whole("hub", 0, 1_000_000_000);
        var party = PartyArgument.Find(seen, arguments);
        var starts = party is { } one ? [one.Index] : Enumerable.Range(0, graph.NodeCount).Where(v => undirected.Degree(v) > 0).ToArray();
        var all = starts.Length;
        if (all > AllUpTo)
        {
            new Random(arguments.Seed).Shuffle(starts);
            starts = starts[..Drawn];
        }
        var rows = new List<object?[]>();
        foreach (var throughHubs in new[] { true, false })
        {
            var table = Reach.Of(graph, [.. starts], new ReachOptions { Hops = hops, HubDegree = throughHubs ? null : hub }, stop);
            for (var hop = 1; hop <= hops; hop++)
                if (table.Summarize(hop) is { } summary) rows.Add([hop, throughHubs, summary.Median, summary.Ninetieth, summary.Mean, summary.Most]);
        }
        var hubs = Enumerable.Range(0, graph.NodeCount).Count(v => graph.Degree(v) > hub);
        return new AnalysisTable(rows,
        [
            $"Shares of the {Math.Max(0, graph.NodeCount - 1)} other actors, from {starts.Length} starts{(starts.Length < all ? $" drawn of {all}" : "")}; {hubs} hubs with more than {hub} contacts.",
        ]);
    }
}
