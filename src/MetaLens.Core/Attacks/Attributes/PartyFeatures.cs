using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Indicators;
using MetaLens.Graphs;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Attacks.Attributes;

/// <summary>
/// Parties as rows of numbers for models that infer an attribute (gender, age, role): the indicators of bandicoot with week and day apart, plus what the known contacts of each are. Source: Jahani et al.,
/// EPJ Data Science 6:3 (2017), <c>doi:10.1140/epjds/s13688-017-0099-3</c>.
/// </summary>
public sealed class PartyFeatures
{
    readonly Dictionary<PartyId, double[]> _rows = [];
    readonly CommunicationGraph _ties;

    /// <summary>Computes the indicators. Undefined values take the median of the others; numbers that span decades are taken as logarithms. O(deliveries).</summary>
    public PartyFeatures(Observation seen, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        _ties = GraphBuilder.Undirected(seen);
        var table = IndicatorCalculator.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), new IndicatorOptions(SplitWeek: true, SplitDay: true), stop);
        double[][] rows = [.. Enumerable.Range(0, table.Parties.Count).Select(r => table.Row(r).ToArray())];
        for (var c = 0; c < table.Names.Count; c++)
        {
            var known = rows.Select(r => r[c]).Where(double.IsFinite).Order().ToArray();
            var median = known.Length == 0 ? 0 : known[known.Length / 2];
            var logarithm = known.Length > 0 && known[0] >= 0 && known[^1] > 20;
            foreach (var row in rows)
            {
                var value = double.IsFinite(row[c]) ? row[c] : median;
                row[c] = logarithm ? Math.Log(1 + value) : value;
            }
        }
        for (var r = 0; r < rows.Length; r++) _rows[table.Parties[r]] = rows[r];
    }

    /// <summary>Whether a party occurs at all.</summary>
    public bool Occurs(PartyId party) => _rows.ContainsKey(party);

    /// <summary>The indicators of a party that occurs.</summary>
    public double[] Of(PartyId party) => _rows[party];

    /// <summary>
    /// How far the contacts whose attribute is known are of the kind asked for: the weighted share, drawn towards the share of all known by two contacts' worth; and the logarithm of their number. O(contacts).
    /// </summary>
    /// <param name="party">Whose contacts.</param>
    /// <param name="known">Attribute of others, 1 or 0; the party's own entry is not read.</param>
    /// <param name="usual">Share of ones among all known, 0 … 1.</param>
    public double[] OfContacts(PartyId party, IReadOnlyDictionary<PartyId, double> known, double usual)
    {
        ArgumentNullException.ThrowIfNull(known);
        double ones = 0, all = 0;
        for (var e = _ties.Offset[party.Index]; e < _ties.Offset[party.Index + 1]; e++)
        {
            var contact = new PartyId(_ties.Target[e]);
            if (contact == party || !known.TryGetValue(contact, out var one)) continue;
            ones += one;
            all++;
        }
        return [(ones + (2 * usual)) / (all + 2), Math.Log(1 + all)];
    }
}
