using MetaLens.Lenses;

namespace MetaLens.Analyzers.Unicity;

/// <summary><see cref="UnicityCalculator"/> as a table.</summary>
sealed class UnicityAnalysis : IAnalysis
{
    static readonly AnalysisParameter Points = new("points", "hour", "what is known of somebody: hour, day, contact, hour-direction or contact-day");
    static readonly AnalysisParameter Most = new("p", "4", "most points known, 1 … 10");
    static readonly AnalysisParameter Draws = new("draws", "10", "draws per party, 1 … 1000");
    static readonly AnalysisParameter Coarsest = new("coarsest", "1", "also with 2, 4, 8 … up to so many hours (days) told as one, 1 … 1024");

    public AnalysisCard Card { get; } = new(
        "unicity",
        "How many people are singled out by a few hours in which they were active, or by a few contacts.",
        "From every party with at least p points, p are drawn at random without replacement; the party is unique when no other has them all. Share = mean over parties and draws. A point is a clock hour (or day, UTC) with a message sent "
        + "or received, or a contact in either direction; hour-direction tells sending from receiving, contact-day is a contact and a day (UTC) with a message between the two. --coarsest: the same with h = 1, 2, 4 … hours (days) told as one; "
        + "the note gives the fit share = α h^(−β) (least squares of ln share on ln h over the h with a share above 0, at least three): each doubling of h leaves 2^(−β) of the share.",
        "Shares 0 … 1, with the 95 % interval over parties; α above 0; β 0 = rounding does not help.",
        "Empty log or nobody with p points: share null, 0 subjects. One party alone (only messages to oneself): unique by its hours. One message, all at one instant, a log of two parties that write to each other: hours never single out. "
        + "Contacts have no time: refused with --coarsest.",
        "O(parties · draws · parties that hold the rarest point) for each h, parallel over parties. Memory O(points of all parties).",
        "de Montjoye et al., Scientific Reports 3:1376 (2013), doi 10.1038/srep01376.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Points, Most, Draws, Coarsest];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("points", "points known"), new("told_as_one", "hours (days) told as one, from 1"), new("share_unique", "part singled out, 0 … 1"), new("low", "lower end of the 95 % interval"), new("high", "upper end"),
        new("subjects", "parties with so many points"),
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
        int most = arguments.Whole(Most.Name, 1, 10), draws = arguments.Whole(Draws.Name, 1, 1000), coarsest = arguments.Whole(Coarsest.Name, 1, 1024);
        if (kind == PointKind.Contact && coarsest > 1) throw new ArgumentException("--coarsest: contacts have no time to tell more coarsely; choose --points hour, day, hour-direction or contact-day.");
        var shares = new List<(int Joined, UnicityShare Share)>();
        for (var joined = 1; joined <= coarsest; joined *= 2)
            shares.AddRange(UnicityCalculator.Of(seen, kind, most, draws, arguments.Seed, joined, stop: stop).Select(s => (joined, s)));
        var rows = shares.OrderBy(s => s.Share.Points).ThenBy(s => s.Joined)
            .Select(s => (object?[])[s.Share.Points, s.Joined, AnalysisTable.Cell(s.Share.Share), AnalysisTable.Cell(s.Share.Low), AnalysisTable.Cell(s.Share.High), s.Share.Subjects]).ToList();
        var decays = Enumerable.Range(1, most).Select(p => UnicityDecay.Fit(p, shares.Where(s => s.Share.Points == p).Select(s => (s.Joined, s.Share.Share)))).OfType<UnicityDecay>();
        return new AnalysisTable(rows, [.. decays.Select(d => FormattableString.Invariant($"With {d.Points} points known: share = {d.Alpha:0.###} h^(−{d.Beta:0.###}) (R² {d.Determination:0.##}); telling time half as fine leaves {Math.Pow(2, -d.Beta):P0} of the share."))]);
    }
}
