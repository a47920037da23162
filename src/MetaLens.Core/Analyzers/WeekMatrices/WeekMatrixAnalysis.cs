using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.EgoNetworks;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.WeekMatrices;

/// <summary><see cref="WeekMatrix"/> as a table.</summary>
sealed class WeekMatrixAnalysis : IAnalysis
{
    static readonly AnalysisParameter Minutes = new("minutes", "60", "length of a section of the day, a divisor of 1440");

    static readonly string[] Channels = ["contacts-in", "contacts-out", "calls-in", "calls-out", "messages-in", "messages-out", "call-seconds-in", "call-seconds-out"];

    public AnalysisCard Card { get; } = new(
        "weekmatrix",
        "Each one's weeks as matrices of day and hour, as bandicoot makes them for learning.",
        "For every ISO week, day and section of the day: contacts, calls, messages and call seconds, in and out. A call is cut at the borders of sections by the second; what passes the end of its week is put at the week's "
        + "beginning, as in bandicoot. Cells of 0 are left out.",
        "Counts; seconds.",
        "Empty log, hidden ends: no rows. Calls of unknown length have no seconds. A message to oneself counts as sent.",
        "O(deliveries log deliveries). Memory O(deliveries + rows of the table).",
        "Felbo et al., Modeling the temporal nature of human behavior for demographics prediction, ECML PKDD 2017; de Montjoye et al., bandicoot, JMLR 17(175):1 (2016).");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Minutes, PartyArgument.Parameter, ZoneArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "who"), new("year_week", "ISO year and week"), new("channel", "what is counted"), new("weekday", "0 = Monday … 6 = Sunday"), new("section", "part of the day, from 0"), new("value", "how much, above 0"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var clock = ZoneArgument.Clock(seen, arguments);
        var party = PartyArgument.Find(seen, arguments);
        var minutes = arguments.Whole(Minutes.Name, 1, 1440);
        if (1440 % minutes != 0) throw new ArgumentException($"--minutes: found '{minutes}'; expected a divisor of 1440 such as 5, 15, 30 or 60.");
        var timelines = PartyTimelines.Of(seen);
        var cells = new IReadOnlyList<WeekCell>[seen.PartyCount];
        Parallel.For(0, seen.PartyCount, new ParallelOptions { CancellationToken = stop }, p =>
            cells[p] = party is null || party.Value.Index == p ? WeekMatrix.Of(PersonalRecords.Of(seen, timelines, clock, new PartyId(p)), minutes) : []);
        var rows = new List<object?[]>();
        for (var p = 0; p < cells.Length; p++)
            foreach (var c in cells[p]) rows.Add([seen.NameOf(new PartyId(p)), $"{c.Year}-{c.Week}", Channels[(int)c.Channel], c.Weekday, c.Section, c.Value]);
        return new AnalysisTable(rows, [$"Weeks and hours in zone {clock.Name}."]);
    }
}
