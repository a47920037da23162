using MetaLens.Analyzers.Calendars;
using MetaLens.Lenses;
using NodaTime;
using NodaTime.Text;

namespace MetaLens.Analyzers.Frequency;

/// <summary><see cref="DailySeries"/> as a table.</summary>
sealed class DailyAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "daily",
        "The population day by day: messages, active senders, newcomers.",
        "A day is a local day; every day between the first and the last message is listed, empty ones too. A newcomer is a sender on the first day on which it sends.",
        "Counts.",
        "Empty log: no rows. A message to oneself counts. Hidden senders: messages are counted, senders are 0. Relative times: days are 24-hour blocks from the start, dated from 1970-01-01.",
        "O(messages + days). Memory O(days + parties).",
        "Plain counts.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [ZoneArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("date", "local day, ISO 8601"), new("messages", "messages of the day"), new("active_senders", "parties that sent that day"), new("new_senders", "parties that sent for the first time"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var clock = ZoneArgument.Clock(seen, arguments);
        var epoch = new LocalDate(1970, 1, 1);
        return new AnalysisTable(
            [.. DailySeries.Of(seen, clock).Select(d => (object?[])[LocalDatePattern.Iso.Format(epoch.PlusDays(d.Day)), d.Messages, d.ActiveSenders, d.NewSenders])],
            [$"Days in zone {clock.Name}."]);
    }
}
