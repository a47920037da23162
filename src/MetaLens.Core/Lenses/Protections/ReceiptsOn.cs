using MetaLens.Messages;
using NodaTime;

namespace MetaLens.Lenses.Protections;

/// <summary>
/// Every delivery is answered at once by a receipt from the recipient's device to the sender, which travels like any message (the same delays and batches, sealed where the message
/// was; batches by count are filled by receipts among themselves). Takes the place of receipts in the log. Calls, membership changes and messages to oneself are not answered.
/// Not a protection but its opposite: what makes sealed sender leak. Source: Martiny et al., "Improving Signal's sealed sender" (NDSS 2021), doi:10.14722/ndss.2021.24180.
/// </summary>
/// <param name="MeanDelay">Mean of the exponentially distributed time between arrival and receipt, 1 ms … 1 h.</param>
/// <param name="Bytes">Size of a receipt, 1 … 65,536 bytes.</param>
public sealed record ReceiptsOn(Duration MeanDelay, int Bytes = 60) : Protection
{
    /// <summary>Receipts of 60 bytes after 1 s on average.</summary>
    public ReceiptsOn() : this(Duration.FromSeconds(1)) { }

    /// <summary>Mean time between arrival and receipt, 1 ms … 1 h.</summary>
    public Duration MeanDelay { get; } = Allowed.Time(MeanDelay, Duration.FromMilliseconds(1), Duration.FromHours(1));

    /// <summary>Size of a receipt, 1 … 65,536 bytes.</summary>
    public int Bytes { get; } = Allowed.Number(Bytes, 1, 1 << 16, "bytes");

    internal override Station Station => Station.Receipt;

    /// <summary>One message of <see cref="Bytes"/> for each delivery that is answered, less the receipts of the log.</summary>
    public override ProtectionCost Cost(MessageLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var receipts = 0L;
        for (var i = 0; i < log.Count; i++)
            if (IsAnswered(log.Kind[i])) foreach (var recipient in log.RecipientsOf(i)) if (recipient != log.Sender[i]) receipts++;
        return new ProtectionCost(Duration.Zero, (double)receipts * Bytes, receipts).Plus(new ReceiptsOff().Cost(log));
    }

    internal override void Apply(ObservationDraft draft, Random random)
    {
        new ReceiptsOff().Apply(draft, random);
        var receipts = new DraftRows();
        var c = draft.Columns;
        for (var i = 0; i < draft.Count; i++)
        {
            if (!IsAnswered(c.Kind[i])) continue;
            var traits = new MessageTraits(RecipientBasis.Exact, c.Traits[i].SealedSender);
            foreach (var recipient in draft.RecipientsOf(i))
                if (recipient != c.Sender[i])
                    receipts.Add(recipient, c.Sender[i], c.SentAt[i] + Allowed.Exponential(MeanDelay, random), Bytes, c.Conversation[i], MessageKind.Receipt, traits, -1);
        }
        receipts.Append(draft, times => draft.Transit.Aggregate(times, (held, transit) => transit.Move(held, random)));
    }

    static bool IsAnswered(MessageKind kind) => kind is not (MessageKind.Receipt or MessageKind.Membership or MessageKind.Call);
}
