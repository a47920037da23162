using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Reports.Findings;

/// <summary>What the findings rest on: the records as who holds them sees them, and the tie graph made of them once for all.</summary>
public sealed class Evidence
{
    readonly string[]? _invented;

    /// <summary>Gathers it.</summary>
    /// <param name="seen">The records of communication through the lens that the report is about.</param>
    /// <param name="hoursAhead">Hours that the reader's clocks are ahead of the records' (0 = read as recorded).</param>
    /// <param name="inventNames">Whether people go by invented names.</param>
    /// <param name="seed">Seed of everything random.</param>
    public Evidence(Observation seen, double hoursAhead = 0, bool inventNames = false, int seed = 0)
    {
        ArgumentNullException.ThrowIfNull(seen);
        Seen = seen.Restrict(ObservationWindow.Communication);
        Directed = GraphBuilder.Directed(Seen);
        Undirected = GraphBuilder.ToUndirected(Directed);
        HoursAhead = hoursAhead;
        Seed = seed;
        if (inventNames) _invented = InventedNames.For(seen.PartyCount, seed);
    }

    /// <summary>The records.</summary>
    public Observation Seen { get; }

    /// <summary>Who writes to whom.</summary>
    public CommunicationGraph Directed { get; }

    /// <summary>Who is in touch with whom.</summary>
    public CommunicationGraph Undirected { get; }

    /// <summary>Hours that the reader's clocks are ahead of the records'.</summary>
    public double HoursAhead { get; }

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; }

    /// <summary>The party whose export this is; null for a population.</summary>
    public int? Owner => Seen.Owner?.Index;

    /// <summary>Whether the hours of the day mean anything.</summary>
    public bool HoursKnown => Seen.TimeBasis is not TimeBasis.Relative;

    /// <summary>The name that the report uses.</summary>
    public string NameOf(int party) => party == Owner ? "you" : _invented?[party] ?? Seen.NameOf(new PartyId(party));

    /// <summary>The mark by which all pictures know a party.</summary>
    public static string KeyOf(int party) => $"p{party}";

    /// <summary>Hour of the week of a row on the reader's clocks: 0 = Monday 00:00 … 167.</summary>
    public int HourOfWeek(int row)
    {
        // 1 January 1970 was a Thursday.
        var hour = (long)Math.Floor((Seen.SeenAt[row] / 3_600_000.0) + HoursAhead) + 72;
        return (int)(((hour % 168) + 168) % 168);
    }
}
