using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Indicators;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.EgoNetworks;

/// <summary><see cref="ContactMatrix"/> of every party as a table.</summary>
sealed class EgoNetworksAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "ego-networks",
        "Whether each one's contacts know one another, and whether they live by the same rhythm; bandicoot's network indicators.",
        "A tie counts where messages went both ways; its weight m is the number of distinct half hours of the clock with a message, both directions added. clustering_coefficient_unweighted = 2 · tied pairs of contacts / "
        + "(d (d − 1)), weighted: a pair counts (m_ab m_bc m_ca)^(1/3) / max m, max over all pairs around the actor. Assortativity of an indicator = mean over those contacts of (own − theirs)², whole time, default settings. "
        + "Everybody's records are taken to be in the log; files that contradict one another are merged, not struck out as bandicoot does.",
        "Clustering 0 … 1; assortativity at least 0, in the square of the indicator's unit.",
        "Empty log, only messages to oneself, hidden ends: no rows. Fewer than two reciprocated contacts: clustering 0. None: assortativity null.",
        "O(Σ k² + deliveries) for k contacts, parallel over actors. Memory O(deliveries + ties).",
        "de Montjoye, Rocher, Pentland, bandicoot: a Python toolbox for mobile phone metadata, JMLR 17(175):1 (2016); weighted clustering: Onnela et al., Phys. Rev. E 71 (2005) 065103, doi 10.1103/PhysRevE.71.065103.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [PartyArgument.Parameter, ZoneArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "who"), new("contacts", "everybody it has a message with"), new("reciprocated", "those with messages both ways"),
        new("clustering_coefficient_unweighted", "tied pairs of those, 0 … 1"), new("clustering_coefficient_weighted", "the same by half hours, 0 … 1"),
        new("assortativity_active_days", "mean squared difference of the active days"), new("assortativity_percent_nocturnal", "of the share of texts at night"),
        new("assortativity_number_of_contacts", "of the number of text contacts"), new("assortativity_number_of_interactions", "of the number of texts"),
    ];

    static readonly string[] Compared =
    [
        "active_days__allweek__allday__callandtext", "percent_nocturnal__allweek__allday__text", "number_of_contacts__allweek__allday__text", "number_of_interactions__allweek__allday__text",
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var clock = ZoneArgument.Clock(seen, arguments);
        var party = PartyArgument.Find(seen, arguments);
        var timelines = PartyTimelines.Of(seen);
        var counts = new Dictionary<string, ContactCounts>(StringComparer.Ordinal);
        for (var p = 0; p < seen.PartyCount; p++)
            if (timelines[p].Length > 0) counts[seen.NameOf(new PartyId(p))] = ContactCounts.Of(PersonalRecords.Of(seen, timelines, clock, new PartyId(p)), ContactUnit.HalfHours);
        var indicators = IndicatorCalculator.Of(seen, clock, new IndicatorOptions(), stop);
        var columns = Array.ConvertAll(Compared, name => indicators.Names.ToList().IndexOf(name));
        var valuesOf = Enumerable.Range(0, indicators.Parties.Count).ToDictionary(row => seen.NameOf(indicators.Parties[row]), row => Array.ConvertAll(columns, c => indicators.Row(row)[c]), StringComparer.Ordinal);
        var names = party is { } one ? [seen.NameOf(one)] : indicators.Parties.Select(p => seen.NameOf(p)).ToArray();
        var rows = new object?[names.Length][];
        Parallel.For(0, names.Length, new ParallelOptions { CancellationToken = stop }, i =>
        {
            if (counts.TryGetValue(names[i], out var own) && own.Contacts.Any(c => c != names[i])) rows[i] = Row(names[i], ContactMatrix.Of(names[i], own, counts), valuesOf);
        });
        return new AnalysisTable([.. rows.Where(r => r is not null)], [$"Half hours and nights in zone {clock.Name}."]);
    }

    static object?[] Row(string name, ContactMatrix matrix, Dictionary<string, double[]> valuesOf)
    {
        var contacts = matrix.Reciprocated;
        return
        [
            name, matrix.Names.Count - 1, contacts.Count, matrix.Clustering(), matrix.WeightedClustering(),
            .. Enumerable.Range(0, Compared.Length).Select(v => Assortativity.OfIndicator(valuesOf[name][v], contacts.Select(c => valuesOf[c][v])) is var x && double.IsFinite(x) ? (object?)x : null),
        ];
    }
}
