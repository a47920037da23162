using MetaLens.Lenses;

namespace MetaLens.Analyzers.Centrality;

/// <summary><see cref="RoleTable"/> as a table.</summary>
sealed class RolesAnalysis : IAnalysis
{
    static readonly AnalysisParameter Least = new("least", "10", "messages below which nobody is called lurker or broadcaster, 1 … 1000000");

    public AnalysisCard Card { get; } = new(
        "roles",
        "Who broadcasts, who brokers between circles, who only listens, and what that rests on.",
        "lurker: received at least --least and sent at most one message for twenty received. broadcaster: sent at least --least to at least ten people, of whom at most a fifth ever write back. broker: betweenness (directed, from at most 1,000 "
        + "starts) among the highest tenth of those with a tie, and participation 1 − Σ_c (messages into community c / all)² at least 0.5. The first that fits, else member. constraint = Burt's, by messages; effective_size = contacts less the mean ties "
        + "of each to the others. Communities: Leiden, modularity, best of 4 searches, ties ln(1 + messages).",
        "Counts; shares, betweenness and participation 0 … 1; constraint above 0, mostly up to 1.",
        "Empty log: no rows. Hidden senders: everybody who received enough is a lurker as far as can be seen; the note says so. Hidden recipients: nobody received. Only messages to oneself: sent, no tie, shares null.",
        "O(deliveries + starts · ties + Σ over ties of the degree of one end). Memory O(actors + ties).",
        "Burt, Structural Holes (Harvard University Press, 1992); Guimerà, Amaral, Nature 433 (2005) 895, doi 10.1038/nature03288; Brandes, J. Math. Sociol. 25 (2001) 163, doi 10.1080/0022250X.2001.9990249; Nonnecke, Preece, CHI 2000, "
        + "doi 10.1145/332040.332409. The limits are MetaLens' own.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Least];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "who"), new("role", "lurker, broadcaster, broker or member"), new("sent", "messages sent"), new("received", "deliveries received"), new("recipients", "distinct recipients"),
        new("recipients_per_message", "mean, of messages sent"), new("answered_by", "part of the recipients that ever write back, 0 … 1"), new("betweenness", "0 … 1"), new("constraint", "Burt's, above 0"),
        new("effective_size", "contacts that are not each other's"), new("participation", "over communities, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var roles = RoleTable.Of(seen, arguments.Whole(Least.Name, 1, 1_000_000), arguments.Seed, stop);
        var rows = roles.OrderBy(r => r.Role switch { CommunicationRole.Broadcaster => 0, CommunicationRole.Broker => 1, CommunicationRole.Lurker => 2, _ => 3 }).ThenByDescending(r => r.Sent + r.Received)
            .Select(r => (object?[])[seen.NameOf(r.Party), r.Role.ToString().ToLowerInvariant(), r.Sent, r.Received, r.Recipients, r.RecipientsOfMessage, r.AnsweredBy, r.Betweenness, r.Constraint, r.EffectiveSize, r.Participation]).ToList();
        var counts = string.Join(", ", Enum.GetValues<CommunicationRole>().Select(role => $"{roles.Count(r => r.Role == role)} {role.ToString().ToLowerInvariant()}s"));
        return new AnalysisTable(rows, seen.Sender.ContainsAnyExcept(-1) ? [$"{counts}."] : [$"{counts}.", "No sender is visible: nobody can be seen writing."]);
    }
}
