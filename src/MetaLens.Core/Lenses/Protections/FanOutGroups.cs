using MetaLens.Messages;

namespace MetaLens.Lenses.Protections;

/// <summary>
/// A message to several people goes out as one message to each, one right after the other (2 … 20 ms), and no row names a conversation: groups exist on the members' devices only.
/// Who sends nearly the same thing to the same people at the same time can still be seen. Source: Signal, "Technology preview: Signal private group system" (2019).
/// </summary>
public sealed record FanOutGroups : Protection
{
    internal override Station Station => Station.Traffic;

    /// <summary>A message, and its bytes, for each recipient but the first.</summary>
    public override ProtectionCost Cost(MessageLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var (bytes, messages) = (0.0, 0.0);
        for (var i = 0; i < log.Count; i++)
        {
            var more = Math.Max(0, log.RecipientsOf(i).Length - 1);
            messages += more;
            bytes += (double)more * Math.Max(0, log.Size[i]);
        }
        return new(NodaTime.Duration.Zero, bytes, messages);
    }

    internal override void Apply(ObservationDraft draft, Random random)
    {
        var c = draft.Columns;
        var rows = new DraftRows();
        for (var i = 0; i < draft.Count; i++)
        {
            var recipients = draft.RecipientsOf(i);
            var time = c.SentAt[i];
            if (recipients.IsEmpty) Add(-1);
            foreach (var recipient in recipients)
            {
                Add(recipient);
                time += random.Next(2, 21);
            }

            void Add(int recipient) => rows.Add(c.Sender[i], recipient, time, c.Size[i], -1, c.Kind[i], c.Traits[i], draft.MessageOf(i));
        }
        rows.Replace(draft);
        draft.SortByTime();
    }
}
