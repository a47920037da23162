using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Rhythm;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Reports.Languages;
using NodaTime;

namespace MetaLens.Reports.Findings;

/// <summary>What the findings rest on: the records as who holds them sees them, and what several findings need of them, computed once.</summary>
public sealed class Evidence
{
    const int EnoughMessages = 50;

    readonly string[]? _invented;
    readonly Lazy<(int Messages, QuietWindow Hours)?> _quiet;

    /// <summary>Gathers it. O(deliveries log degree).</summary>
    /// <param name="seen">The records through the lens that the report is about.</param>
    /// <param name="zone">The reader's zone; null = the offset that the records themselves suggest.</param>
    /// <param name="inventNames">Whether people go by invented names.</param>
    /// <param name="seed">Seed of everything random.</param>
    /// <param name="step">How coarse the times are; null = exact.</param>
    /// <param name="language">The language of the findings; null = English.</param>
    public Evidence(Observation seen, DateTimeZone? zone = null, bool inventNames = false, int seed = 0, Duration? step = null, Language? language = null)
    {
        ArgumentNullException.ThrowIfNull(seen);
        Seen = seen.Restrict(ObservationWindow.Communication);
        var zoneOfAll = Task.Run(() => ZoneEstimator.OfPopulation(Seen, seed));
        Directed = GraphBuilder.Directed(Seen);
        Undirected = GraphBuilder.ToUndirected(Directed);
        Seed = seed;
        Language = language ?? Language.English;
        Step = step ?? Duration.Zero;
        Zone = zoneOfAll.GetAwaiter().GetResult();
        ClockIsSuggested = zone is null && Zone is not null && Seen.KnowsInstants;
        Clock = LocalClock.For(Seen, zone ?? (Zone is null ? DateTimeZone.Utc : DateTimeZone.ForOffset(Offset.FromSeconds((int)(Zone.OffsetHours * 3600)))));
        ClockName = Seen.TimeBasis switch
        {
            TimeBasis.LocalUnknown => Language["clock.own"],
            TimeBasis.Relative => Language["clock.relative"],
            _ => ClockIsSuggested ? Language.Say("clock.suggested", ("offset", OffsetWords.Name(Zone!.OffsetHours))) : Clock.Name,
        };
        _quiet = new(() => QuietOf(Seen));
        if (inventNames) _invented = InventedNames.For(seen.PartyCount, seed);
    }

    /// <summary>The records of communication.</summary>
    public Observation Seen { get; }

    /// <summary>Who writes to whom.</summary>
    public CommunicationGraph Directed { get; }

    /// <summary>Who is in touch with whom.</summary>
    public CommunicationGraph Undirected { get; }

    /// <summary>The clock that hours and days are read on.</summary>
    public LocalClock Clock { get; }

    /// <summary>That clock in words.</summary>
    public string ClockName { get; }

    /// <summary>Whether that clock is a guess from the records themselves.</summary>
    public bool ClockIsSuggested { get; }

    /// <summary>The step to which times were rounded before anything was looked at; zero for exact times.</summary>
    public Duration Step { get; }

    /// <summary>Whether times are too coarse to tell the hour, and nobody is to be shown alone.</summary>
    public bool IsCoarse => Step > Duration.Zero;

    /// <summary>Where on earth everybody together seems to live; null where times do not say.</summary>
    public ZoneEstimate? Zone { get; }

    /// <summary>The quiet hours of the owner, or of everybody together, and the messages behind them; null where hours mean nothing, or of an owner with fewer than 50 messages.</summary>
    public (int Messages, QuietWindow Hours)? Quiet => _quiet.Value;

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; }

    /// <summary>The language of the findings.</summary>
    public Language Language { get; }

    /// <summary>The party whose export this is; null for a population.</summary>
    public int? Owner => Seen.Owner?.Index;

    /// <summary><see cref="Quiet"/> by what another observer has of the same records. O(rows).</summary>
    public (int Messages, QuietWindow Hours)? QuietOf(Observation seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        if (Owner is { } owner) return WakingTable.OfParty(seen, Clock, new PartyId(owner), EnoughMessages, Seed) is { } own ? (own.Messages, own.Quiet) : null;
        return seen.KnowsTimeOfDay && QuietWindowFinder.Find(ActivityDays.OfPopulation(seen, Clock), [], Seed) is { } hours ? (seen.Count, hours) : null;
    }

    /// <summary>Whether another observer has the same ends and times, row by row: then graphs and hours are the same. O(rows).</summary>
    public bool HasRowsOf(Observation seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return seen.TimeBasis == Seen.TimeBasis && seen.PartyCount == Seen.PartyCount && seen.SeenAt.SequenceEqual(Seen.SeenAt) && seen.Sender.SequenceEqual(Seen.Sender)
            && seen.RecipientOffset.SequenceEqual(Seen.RecipientOffset) && seen.Recipient.SequenceEqual(Seen.Recipient);
    }

    /// <summary>The name that the report uses.</summary>
    public string NameOf(int party) => party == Owner ? Language["you"] : _invented?[party] ?? Seen.NameOf(new PartyId(party));

    /// <summary>The mark by which all pictures know a party.</summary>
    public static string KeyOf(int party) => $"p{party}";

    /// <summary>A day as the page writes it.</summary>
    public string Read(LocalDate day) => Language.Day(day, Seen.TimeBasis is TimeBasis.Relative);

    /// <summary>The day of an instant on <see cref="Clock"/>.</summary>
    public LocalDate DayOf(long at) => new LocalDate(1970, 1, 1).PlusDays(LocalClock.DayOf(Clock.ToLocal(at)));
}
