namespace MetaLens.Lenses.Protections;

/// <summary>
/// End-to-end encryption: what was said is hidden, and with it what sort of message it was. Who, whom, when and how large stay. Costs no delay; a few bytes a message, not modelled.
/// </summary>
public sealed record EncryptContent : Protection
{
    internal override Station Station => Station.Eye;

    internal override void Apply(ObservationDraft draft, Random random)
    {
        draft.ContentReadable = false;
        draft.KindsVisible = false;
        draft.Columns = draft.Columns with { Kind = new MessageKind[draft.Count] };
    }
}
