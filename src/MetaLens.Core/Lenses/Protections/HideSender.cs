namespace MetaLens.Lenses.Protections;

/// <summary>
/// Sealed sender: the server delivers a message without being told who sent it; receipts too hide theirs. Source: Signal, "Technology preview: Sealed sender" (2018).
/// </summary>
/// <param name="OnlyWhereSealed">True: only for messages whose own record says sealed sender was used (and their receipts). False: for every row.</param>
public sealed record HideSender(bool OnlyWhereSealed = false) : Protection
{
    internal override Station Station => Station.Eye;

    internal override void Apply(ObservationDraft draft, Random random)
    {
        var sender = new int[draft.Count];
        Array.Fill(sender, -1);
        if (OnlyWhereSealed)
            for (var i = 0; i < sender.Length; i++)
                if (!draft.Columns.Traits[i].SealedSender) sender[i] = draft.Columns.Sender[i];
        draft.Columns = draft.Columns with { Sender = sender };
    }
}
