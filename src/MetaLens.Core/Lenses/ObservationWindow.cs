namespace MetaLens.Lenses;

/// <summary>A choice of rows by time and kind.</summary>
/// <param name="From">First instant kept, Unix milliseconds; null = from the beginning.</param>
/// <param name="To">First instant no longer kept, Unix milliseconds; null = to the end.</param>
/// <param name="Kinds">Kinds kept; null = the communicative ones (all but reactions, receipts and membership).</param>
public sealed record ObservationWindow(long? From = null, long? To = null, IReadOnlySet<MessageKind>? Kinds = null)
{
    /// <summary>Everything that communicates, at any time: reactions, receipts and joins are left out.</summary>
    public static ObservationWindow Communication { get; } = new();

    /// <summary>Whether a row of this instant and kind is kept.</summary>
    public bool Contains(long seenAt, MessageKind kind) =>
        (From is null || seenAt >= From) && (To is null || seenAt < To)
        && (Kinds?.Contains(kind) ?? kind is not (MessageKind.Reaction or MessageKind.Receipt or MessageKind.Membership));
}
