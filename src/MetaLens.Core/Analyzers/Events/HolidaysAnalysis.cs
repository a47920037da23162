using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Frequency;
using MetaLens.Lenses;
using NodaTime;
using NodaTime.Text;

namespace MetaLens.Analyzers.Events;

/// <summary><see cref="HolidayFinder"/> as a table.</summary>
sealed class HolidaysAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "holidays",
        "Days on which everybody falls silent: public holidays, vacations, outages; they tell the country or the company.",
        "A day with at most half the usual messages and half the usual active senders, usual = median of the same weekday in the four weeks before and after, and too few by chance: z = (n − m)/√(φ m), φ ≥ 1 the median dispersion of all "
        + "days, normal tail, Benjamini–Hochberg over days at 0.05.",
        "Dates; messages; p-values 0 … 0.05.",
        "Empty log, fewer than four weeks (one message, to oneself or not, all at one instant): no rows. Hidden senders: messages alone decide. Relative times: dates count from 1970-01-01.",
        "O(messages + days). Memory O(days + parties).",
        "Correction: Benjamini, Hochberg, J. R. Stat. Soc. B 57:289 (1995), doi 10.1111/j.2517-6161.1995.tb02031.x; the rule is MetaLens' own.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [ZoneArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("date", "local day, ISO 8601"), new("weekday", "Monday … Sunday"), new("messages", "messages of the day"), new("usual_messages", "median of the weekdays around"), new("active_senders", "parties that sent"),
        new("usual_senders", "median of the weekdays around"), new("p_value", "corrected, 0 … 0.05"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var clock = ZoneArgument.Clock(seen, arguments);
        var epoch = new LocalDate(1970, 1, 1);
        var rows = HolidayFinder.Of(DailySeries.Of(seen, clock))
            .Select(h => (object?[])[LocalDatePattern.Iso.Format(epoch.PlusDays(h.Day)), epoch.PlusDays(h.Day).DayOfWeek.ToString(), h.Messages, h.Usual, h.ActiveSenders, h.UsualSenders, h.PValue]).ToList();
        return new AnalysisTable(rows, [$"Days in zone {clock.Name}."]);
    }
}
