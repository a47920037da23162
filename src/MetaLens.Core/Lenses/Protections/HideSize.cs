namespace MetaLens.Lenses.Protections;

/// <summary>Sizes are not visible: not recorded, or the same for all.</summary>
public sealed record HideSize : Protection
{
    internal override Station Station => Station.Eye;

    internal override void Apply(ObservationDraft draft, Random random)
    {
        var size = new int[draft.Count];
        Array.Fill(size, -1);
        draft.Columns = draft.Columns with { Size = size };
    }
}
