using NodaTime;

namespace MetaLens.Lenses.Protections;

/// <summary>
/// What a network sees of traffic through a server: the sender's upload as a row without recipients, and each recipient's download as a row without sender, later by the latency
/// and by what holds messages up on their way (delays, batches): the sender's link shows when a message sets out.
/// No conversation, no kinds, nothing readable. Both rows stand for the same message in the answer key. Half the mean latency is fixed, the rest exponentially distributed.
/// Source of the setting: Ilyas et al., "Who are you talking to? Breaching privacy in encrypted IM networks" (ICNP 2013).
/// </summary>
/// <param name="MeanLatency">Mean time from upload to download, 1 ms … 1 h.</param>
public sealed record SplitLinks(Duration MeanLatency) : Protection
{
    /// <summary>Mean time from upload to download, 1 ms … 1 h.</summary>
    public Duration MeanLatency { get; } = Allowed.Time(MeanLatency, Duration.FromMilliseconds(1), Duration.FromHours(1));

    internal override Station Station => Station.Link;

    internal override void Apply(ObservationDraft draft, Random random)
    {
        draft.ContentReadable = false;
        draft.KindsVisible = false;
        var c = draft.Columns;
        var rows = new DraftRows();
        for (var i = 0; i < draft.Count; i++)
        {
            Add(c.Sender[i], -1, draft.SetOutAt is null ? c.SentAt[i] : draft.SetOutAt[i]);
            foreach (var recipient in draft.RecipientsOf(i))
                Add(-1, recipient, c.SentAt[i] + (long)Math.Round(MeanLatency.TotalMilliseconds / 2) + Allowed.Exponential(MeanLatency / 2, random));

            void Add(int sender, int recipient, long time) => rows.Add(sender, recipient, time, c.Size[i], -1, MessageKind.Unspecified, default, draft.MessageOf(i));
        }
        rows.Replace(draft);
        draft.SetOutAt = null;
    }
}
