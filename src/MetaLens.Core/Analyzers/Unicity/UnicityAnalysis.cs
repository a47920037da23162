using MetaLens.Lenses;

namespace MetaLens.Analyzers.Unicity;

/// <summary><see cref="UnicityCalculator"/> as a table.</summary>
sealed class UnicityAnalysis : IAnalysis
{
    static readonly AnalysisParameter Points = new("points", "hour", "what is known of somebody: hour, day, contact, hour-direction or contact-day");
    static readonly AnalysisParameter Most = new("p", "4", "most points known, 1 … 10");
    static readonly AnalysisParameter Draws = new("draws", "10", "draws per party, 1 … 1000");

    public AnalysisCard Card { get; } = new(
        "unicity",
        "How many people are singled out by a few hours in which they were active, or by a few contacts.",
        "From every party with at least p points, p are drawn at random without replacement; the party is unique when no other has them all. Share = mean over parties and draws. A point is a clock hour (or day, UTC) with a message sent "
        + "or received, or a contact in either direction; hour-direction tells sending from receiving, contact-day is a contact and a day (UTC) with a message between the two.",
        "Shares 0 … 1, with the 95 % interval over parties.",
        "Empty log or nobody with p points: share null, 0 subjects. A log of two parties that write to each other: hours never single out.",
        "O(parties · draws · parties that hold the rarest point), parallel over parties.",
        "de Montjoye et al., Scientific Reports 3:1376 (2013), doi 10.1038/srep01376.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Points, Most, Draws];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("points", "points known"), new("share_unique", "part singled out, 0 … 1"), new("low", "lower end of the 95 % interval"), new("high", "upper end"), new("subjects", "parties with so many points"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var kind = arguments.OneOf(Points.Name, "hour", "day", "contact", "hour-direction", "contact-day") switch
        {
            "hour" => PointKind.Hour,
            "day" => PointKind.Day,
            "contact" => PointKind.Contact,
            "hour-direction" => PointKind.HourAndDirection,
            _ => PointKind.ContactAndDay,
        };
        var shares = UnicityCalculator.Of(seen, kind, arguments.Whole(Most.Name, 1, 10), arguments.Whole(Draws.Name, 1, 1000), arguments.Seed, stop: stop);
        return new AnalysisTable([.. shares.Select(s => (object?[])[s.Points, Finite(s.Share), Finite(s.Low), Finite(s.High), s.Subjects])], []);
    }

    static double? Finite(double x) => double.IsFinite(x) ? x : null;
}
