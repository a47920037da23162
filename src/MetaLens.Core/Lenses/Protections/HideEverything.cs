namespace MetaLens.Lenses.Protections;

/// <summary>The observer has no row at all. It knows how many parties there are, and nothing else.</summary>
public sealed record HideEverything : Protection
{
    internal override Station Station => Station.Eye;

    internal override void Apply(ObservationDraft draft, Random random)
    {
        draft.Keep([]);
        draft.Names = null;
        draft.ContentReadable = false;
        draft.KindsVisible = false;
        draft.Owner = null;
    }
}
