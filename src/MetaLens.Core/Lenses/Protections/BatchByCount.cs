using MetaLens.Messages;

namespace MetaLens.Lenses.Protections;

/// <summary>
/// Collects messages and sends them on together when enough have come in: a threshold mix. What is left at the end goes out with the last message. Source: Chaum, "Untraceable
/// electronic mail" (1981), doi:10.1145/358549.358563; Serjantov, Dingledine, Syverson, "From a trickle to a flood" (IH 2002), doi:10.1007/3-540-36415-3_3.
/// </summary>
/// <param name="Threshold">Messages in a batch, 2 … 1,000,000.</param>
public sealed record BatchByCount(int Threshold) : Protection, ITransit
{
    /// <summary>Messages in a batch, 2 … 1,000,000.</summary>
    public int Threshold { get; } = Allowed.Number(Threshold, 2, 1_000_000, "messages");

    internal override Station Station => Station.Transit;

    /// <summary>The mean wait of this log's messages for the last of their batch, exact.</summary>
    public override ProtectionCost Cost(MessageLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        return new(Waiting.Mean(log.Columns.SentAt, Released(log.Columns.SentAt)), 0, 0);
    }

    internal override void Apply(ObservationDraft draft, Random random) => draft.HoldUp(this, Released(draft.Columns.SentAt));

    long[] ITransit.Move(long[] times, Random random) => Released(times);

    long[] Released(long[] times)
    {
        var order = ColumnOrder.ByTime(times);
        var released = new long[times.Length];
        for (var i = 0; i < order.Length; i++)
            released[order[i]] = times[order[(int)Math.Min((long)(i / Threshold + 1) * Threshold, order.Length) - 1]];
        return released;
    }
}
