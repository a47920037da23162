using MetaLens.Messages;

namespace MetaLens.Lenses.Protections;

/// <summary>Makes messages longer on the wire, so that sizes of one step look alike. Unknown sizes stay unknown.</summary>
public abstract record Padding : Protection
{
    private protected Padding() { }

    internal override Station Station => Station.Size;

    /// <summary>The bytes that padding adds to this log's messages, exact.</summary>
    public override ProtectionCost Cost(MessageLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var extra = 0.0;
        for (var i = 0; i < log.Count; i++)
            if (log.Size[i] >= 0) extra += Padded(log.Size[i], log.Kind[i]) - log.Size[i];
        return new(NodaTime.Duration.Zero, extra, 0);
    }

    /// <summary>The size on the wire, at least that of the message.</summary>
    internal abstract int Padded(int size, MessageKind kind);

    internal override void Apply(ObservationDraft draft, Random random)
    {
        var size = new int[draft.Count];
        for (var i = 0; i < size.Length; i++)
            size[i] = draft.Columns.Size[i] is >= 0 and var bytes ? Padded(bytes, draft.Columns.Kind[i]) : -1;
        draft.Columns = draft.Columns with { Size = size };
    }
}
