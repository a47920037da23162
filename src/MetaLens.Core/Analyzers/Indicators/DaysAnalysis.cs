using System.Globalization;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;
using NodaTime;
using NodaTime.Text;

namespace MetaLens.Analyzers.Indicators;

/// <summary><see cref="ActorDays"/> as a table.</summary>
sealed class DaysAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "days",
        "Each one day by day: calls and messages, contacts, nights, replies; what bandicoot's dashboard shows.",
        "Records as in 'indicators', cut at local midnight. With --actor every day from the first to the last is a row; without, the days with a record. share_sent is what bandicoot's dashboard calls percent_initiated_conversations "
        + "(over 100); balance = share of the records with a contact that the actor sent, one value a contact. Lists ascend.",
        "Counts; seconds; shares 0 … 1.",
        "Empty log, only messages to oneself, hidden parties: no rows. Undefined shares are null. Relative times: days are 24-hour blocks from the start.",
        "O(deliveries log deliveries). Memory O(deliveries + rows of the table).",
        "de Montjoye, Rocher, Pentland, bandicoot: a Python toolbox for mobile phone metadata, JMLR 17(175):1 (2016).");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [PartyArgument.Parameter, ZoneArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "who"), new("date", "local day, ISO 8601"), new("calls_out", "calls made"), new("calls_in", "calls received"), new("messages_out", "messages sent, a recipient each"), new("messages_in", "messages received"),
        new("contacts", "contacts with a record"), new("share_at_night", "records between 19:00 and 07:00, 0 … 1"), new("share_sent", "records sent, 0 … 1"), new("share_of_calls_made", "calls made of all calls, 0 … 1"),
        new("response_rate", "conversations of others answered, 0 … 1"), new("response_delays", "seconds, a list"), new("call_seconds", "a list"), new("balances", "part sent for each contact, a list"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var clock = ZoneArgument.Clock(seen, arguments);
        var party = PartyArgument.Find(seen, arguments);
        var timelines = PartyTimelines.Of(seen);
        var epoch = new LocalDate(1970, 1, 1);
        var rows = new List<object?[]>();
        foreach (var p in party is { } one ? [one] : Enumerable.Range(0, seen.PartyCount).Select(i => new PartyId(i)))
        {
            stop.ThrowIfCancellationRequested();
            if (timelines[p.Index].IsEmpty) continue;
            foreach (var d in ActorDays.Of(seen, timelines, clock, p))
                if (party is not null || d.Records > 0)
                    rows.Add([seen.NameOf(p), LocalDatePattern.Iso.Format(epoch.PlusDays(d.Day)), d.CallsOut, d.CallsIn, d.TextsOut, d.TextsIn, d.Contacts, AnalysisTable.Cell(d.ShareAtNight), AnalysisTable.Cell(d.ShareSent),
                        AnalysisTable.Cell(d.ShareOfCallsMade), AnalysisTable.Cell(d.ResponseRate), Text(d.ResponseDelays), Text(d.CallSeconds), Text(d.Balances)]);
        }
        return new AnalysisTable(rows, [$"Days in zone {clock.Name}."]);
    }

    static string Text(IReadOnlyList<double> values) => string.Join(' ', values.Select(v => v.ToString(CultureInfo.InvariantCulture)));
}
