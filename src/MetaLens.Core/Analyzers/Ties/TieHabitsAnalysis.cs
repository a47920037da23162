using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Conversations;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Ties;

/// <summary><see cref="TieHabitTable"/> as a table.</summary>
sealed class TieHabitsAnalysis : IAnalysis
{
    static readonly AnalysisParameter Least = new("least", "10", "ties with fewer conversations are left out, 1 … 1000000");
    static readonly string[] Habits = ["initiative", "reciprocity", "response", "night", "weekend", "regularity"];

    public AnalysisCard Card { get; } = new(
        "tie-habits",
        "Who keeps each tie going, who keeps whom waiting, when it lives, how regularly; each against chance.",
        "Messages with one recipient, cut into conversations by a silence of --gap. begun_by_a: conversations that a began, against 1/2 (binomial). sent_by_a: messages that a sent, against both taking either part in each conversation "
        + "(sign-flip test). Delays: answers inside conversations, asymmetry = log2(a's median / b's), a's against b's (Mann–Whitney). Night (22:00–06:00) and weekend: conversations begun then, against the share in the other conversations "
        + "of both ends (binomial). weeks_active: weeks from the first conversation to the last with one, counts a week against a Poisson process (dispersion test). All tests two-sided; p_… corrected over all ties of the table, each "
        + "habit by itself (Benjamini–Hochberg). Conversations are the units, since messages of one talk are not independent.",
        "Shares 0 … 1; seconds; asymmetry in doublings, above 0 = a keeps b waiting; p-values 0 … 1.",
        "Empty log, one message, hidden ends, only messages to oneself or to many, fewer conversations than --least: no rows. Nothing to compare with (no other conversations, fewer than 5 answers of either, fewer than 4 weeks, all at one instant): "
        + "p null. Relative times: night and weekend null.",
        "O(n log n). Memory O(deliveries).",
        "Tests: Mann, Whitney, Ann. Math. Stat. 18 (1947) 50, doi 10.1214/aoms/1177730491; Fisher, Thornton, Mackenzie, Ann. Appl. Biol. 9 (1922) 325, doi 10.1111/j.1744-7348.1922.tb05962.x; Benjamini, Hochberg, J. R. Stat. Soc. B 57 (1995) 289, "
        + "doi 10.1111/j.2517-6161.1995.tb02031.x; the table is MetaLens' own.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [GapArgument.Parameter, Least, ZoneArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor_a", "one end"), new("actor_b", "the other end"), new("conversations", "of the two"), new("begun_by_a", "initiative of a, 0 … 1"), new("sent_by_a", "messages that a sent, 0 … 1"),
        new("delay_a_median_seconds", "how long a lets b wait"), new("delay_b_median_seconds", "how long b lets a wait"), new("asymmetry_log2", "a's over b's median delay, log2"),
        new("share_at_night", "begun 22:00–06:00 local, 0 … 1"), new("share_at_weekend", "begun on Saturday and Sunday, 0 … 1"), new("weeks_active", "weeks with a conversation, above 0 … 1"),
        .. Habits.Select(h => new AnalysisColumn($"p_{h}", "chance that it means nothing, corrected, 0 … 1")),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var (gap, note) = GapArgument.Read(seen, () => MessageThreads.Of(seen), arguments);
        var clock = ZoneArgument.Clock(seen, arguments);
        var habits = TieHabitTable.Of(seen, clock, NightHours.Sleeping, gap, arguments.Whole(Least.Name, 1, 1_000_000), stop);
        var corrected = Habits.Select((_, h) => FalseDiscovery.BenjaminiHochberg([.. habits.Select(tie => tie.Chances[h])])).ToArray();
        var rows = habits.Select((t, i) => (object?[])
        [
            seen.NameOf(t.A), seen.NameOf(t.B), t.Conversations, t.BegunByA, t.SentByA, t.DelayOfA, t.DelayOfB, t.Asymmetry, t.AtNight, t.AtWeekend, t.WeeksActive,
            .. corrected.Select(p => double.IsNaN(p[i]) ? null : (object?)p[i]),
        ]).ToList();
        var kept = Habits.Select((h, k) => $"{h} {corrected[k].Count(p => p <= 0.05)}");
        return new AnalysisTable(rows, [note, $"Night and weekend in zone {clock.Name}.", $"Of {rows.Count} ties more than chance (corrected 0.05): {string.Join(", ", kept)}."]);
    }
}
