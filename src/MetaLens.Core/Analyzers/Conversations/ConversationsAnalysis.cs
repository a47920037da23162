using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Analyzers.Conversations;

/// <summary><see cref="SessionFinder"/> as a table.</summary>
sealed class ConversationsAnalysis : IAnalysis
{
    public AnalysisCard Card { get; } = new(
        "conversations",
        "Every stretch of talk: who began it, when, how long, how many messages and turns.",
        "A thread is a conversation where the observer sees one, else a pair. Inside it a message less than the gap after the one before continues the session. The gap is given (129 s, 30 min, 1 h and 6 h are in use in the "
        + "field) or estimated: log gaps as a mixture of two normals by EM, the boundary where either is as probable, interval by bootstrap.",
        "Seconds; counts.",
        "Empty log, only messages to oneself: no rows. One message, all of a pair at one instant: one session of 0 s. Hidden senders without a conversation: no rows; with one: initiator empty.",
        "O(n log n). Memory O(deliveries).",
        "1 h: bandicoot, JMLR 17(175):1 (2016); 129 s: Elsner and Charniak, Computational Linguistics 36:389 (2010), doi 10.1162/coli_a_00003.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [GapArgument.Parameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("start", "first message"), new("seconds", "first to last message"), new("messages", "messages"), new("turns", "changes of speaker"), new("initiator", "who began"), new("partner", "first addressed"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var threads = MessageThreads.Of(seen);
        var (gap, note) = GapArgument.Read(seen, threads, arguments);
        var rows = SessionFinder.Of(seen, threads, gap)
            .OrderBy(s => s.Start).ThenBy(s => s.Thread)
            .Select(s => (object?[])[Instant.FromUnixTimeMilliseconds(s.Start), (s.End - s.Start) / 1000.0, s.Messages, s.Turns, Name(s.Initiator), Name(s.Partner)])
            .ToList();
        return new AnalysisTable(rows, [note]);

        string? Name(PartyId? party) => party is { } p ? seen.NameOf(p) : null;
    }
}
