namespace MetaLens.Lenses.Protections;

/// <summary>Which thread or group a message belongs to is not visible. The recipients of one message are; see <see cref="FanOutGroups"/> where they are not.</summary>
public sealed record HideConversation : Protection
{
    internal override Station Station => Station.Eye;

    internal override void Apply(ObservationDraft draft, Random random)
    {
        var conversation = new int[draft.Count];
        Array.Fill(conversation, -1);
        draft.Columns = draft.Columns with { Conversation = conversation };
    }
}
