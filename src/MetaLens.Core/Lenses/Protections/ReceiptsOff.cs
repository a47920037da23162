using MetaLens.Messages;

namespace MetaLens.Lenses.Protections;

/// <summary>Nobody sends delivery or read receipts: those of the log are left out. Saves their messages and bytes. Source: Martiny et al. (NDSS 2021), doi:10.14722/ndss.2021.24180.</summary>
public sealed record ReceiptsOff : Protection
{
    internal override Station Station => Station.Receipt;

    /// <summary>Saves the log's receipts.</summary>
    public override ProtectionCost Cost(MessageLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var (receipts, bytes) = (0L, 0L);
        for (var i = 0; i < log.Count; i++)
        {
            if (log.Kind[i] != MessageKind.Receipt) continue;
            receipts++;
            bytes += Math.Max(0, log.Size[i]);
        }
        return new(NodaTime.Duration.Zero, -bytes, -receipts);
    }

    internal override void Apply(ObservationDraft draft, Random random)
    {
        var kinds = draft.Columns.Kind;
        draft.KeepWhere(i => kinds[i] != MessageKind.Receipt);
    }
}
