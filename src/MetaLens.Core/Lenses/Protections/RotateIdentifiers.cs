using NodaTime;

namespace MetaLens.Lenses.Protections;

/// <summary>
/// Everybody takes a new identifier at the start of each period (counted from the first row), all at once. Parties are numbered as they appear and have no names; whose export it is,
/// is no longer known. A period as long as the log gives everybody one pseudonym.
/// </summary>
/// <param name="Period">Life of an identifier, 1 s … 36,525 d.</param>
public sealed record RotateIdentifiers(Duration Period) : Protection
{
    /// <summary>Life of an identifier, 1 s … 36,525 d.</summary>
    public Duration Period { get; } = Allowed.Time(Period, Duration.FromSeconds(1), Duration.FromDays(36525));

    internal override Station Station => Station.Identity;

    internal override void Apply(ObservationDraft draft, Random random)
    {
        draft.SortByTime();
        var c = draft.Columns;
        var period = (long)Period.TotalMilliseconds;
        var (sender, recipient) = (new int[c.Sender.Length], new int[c.Recipient.Length]);
        var (partyOf, periodOf) = (new int[draft.PartyCount], new long[draft.PartyCount]);
        Array.Fill(periodOf, -1);
        var now = 0L;
        var actorOfParty = new List<int>();
        for (var i = 0; i < sender.Length; i++)
        {
            now = (c.SentAt[i] - c.SentAt[0]) / period;
            sender[i] = c.Sender[i] < 0 ? -1 : Party(c.Sender[i]);
            for (var r = c.RecipientOffset[i]; r < c.RecipientOffset[i + 1]; r++) recipient[r] = Party(c.Recipient[r]);
        }
        draft.Columns = c with { Sender = sender, Recipient = recipient };
        draft.PartyCount = actorOfParty.Count;
        draft.ActorOfParty = [.. actorOfParty];
        draft.Names = null;
        draft.Owner = null;

        int Party(int old)
        {
            if (periodOf[old] == now) return partyOf[old];
            periodOf[old] = now;
            actorOfParty.Add(draft.ActorOfParty is null ? old : draft.ActorOfParty[old]);
            return partyOf[old] = actorOfParty.Count - 1;
        }
    }
}
