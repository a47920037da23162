using MetaLens.Messages;
using NodaTime;

namespace MetaLens.Lenses.Protections;

/// <summary>
/// Everybody who ever sends also sends dummies, a Poisson process each, to recipients drawn evenly among all others, from the first message of the log to the last. A dummy has the
/// size and sort of a message drawn from the log and no conversation. Source: Oya, Troncoso, Pérez-González, "Do dummies pay off?" (PETS 2014), doi:10.1007/978-3-319-08506-7_11;
/// Piotrowska et al., "The Loopix anonymity system" (USENIX Security 2017).
/// </summary>
/// <param name="RatePerHour">Dummies of one active user in an hour, 0.001 … 1,000.</param>
public sealed record CoverTraffic(double RatePerHour) : Protection
{
    /// <summary>Dummies of one active user in an hour, 0.001 … 1,000.</summary>
    public double RatePerHour { get; } = Allowed.Real(RatePerHour, 0.001, 1000, "messages per active user and hour");

    internal override Station Station => Station.Traffic;

    /// <summary>The expected number of dummies, and their bytes at the log's mean known size.</summary>
    public override ProtectionCost Cost(MessageLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var dummies = log.Actors.Count < 2 ? 0 : Expected(log.Columns, Active(log.Columns, log.Actors.Count).Length);
        return new(Duration.Zero, dummies * log.Columns.Size.Where(s => s >= 0).DefaultIfEmpty(0).Average(), dummies);
    }

    internal override void Apply(ObservationDraft draft, Random random)
    {
        var c = draft.Columns;
        var active = Active(c, draft.PartyCount);
        var expected = Expected(c, active.Length);
        if (draft.PartyCount < 2 || expected == 0) return;
        if (expected > Array.MaxLength / 2)
            throw new InvalidOperationException($"Cover traffic of {RatePerHour}/h would invent {expected:N0} messages; an observation holds {Array.MaxLength / 2:N0}. Mend: a lower rate, or a shorter log.");
        var (meanGap, last) = ((c.SentAt.Max() - c.SentAt.Min()) / expected, c.SentAt.Max());
        var rows = new DraftRows();
        for (var time = Next(c.SentAt.Min()); time <= last; time = Next(time))
        {
            var sender = active[random.Next(active.Length)];
            var recipient = random.Next(draft.PartyCount - 1);
            if (recipient >= sender) recipient++;
            var model = random.Next(draft.Count);
            rows.Add(sender, recipient, (long)time, c.Size[model], -1, c.Kind[model], new MessageTraits(RecipientBasis.Exact, c.Traits[model].SealedSender), -1);
        }
        rows.Append(draft);

        double Next(double time) => time - meanGap * Math.Log(1 - random.NextDouble());
    }

    double Expected(LogColumns c, int active) => c.SentAt.Length == 0 ? 0 : RatePerHour * active * ((c.SentAt.Max() - c.SentAt.Min()) / 3600e3);

    static int[] Active(LogColumns c, int parties)
    {
        var sends = new bool[parties];
        foreach (var sender in c.Sender) sends[sender] = true;
        return [.. Enumerable.Range(0, parties).Where(p => sends[p])];
    }
}
