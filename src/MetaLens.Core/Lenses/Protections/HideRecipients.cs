namespace MetaLens.Lenses.Protections;

/// <summary>Recipients are not visible, as on the sender's own link, or with private mailboxes that nobody can tie to a person.</summary>
public sealed record HideRecipients : Protection
{
    internal override Station Station => Station.Eye;

    internal override void Apply(ObservationDraft draft, Random random) => draft.DropRecipients();
}
