using MetaLens.Messages;

namespace MetaLens.Testing;

/// <summary>Logs with groups, kinds, sealed senders and receipts.</summary>
static class GroupLogs
{
    /// <summary>Messages of one to four recipients at distinct times, in the order of <paramref name="order"/> (null = by time); reproducible.</summary>
    public static MessageLog Random(int seed, int messages = 200, int actors = 12, int[]? order = null)
    {
        var log = new MessageLogBuilder();
        foreach (var i in order ?? [.. Enumerable.Range(0, messages)])
        {
            var random = new Random(seed * 100_003 + i);
            var sender = random.Next(actors);
            var recipients = Enumerable.Range(1, random.Next(1, 5)).Select(step => log.Actor($"a{(sender + step * 5) % actors}")).Distinct().ToArray();
            log.Add(new MessageRecord
            {
                SentAt = i * 3_600_000L + random.Next(3_000_000),
                Sender = log.Actor($"a{sender}"),
                Recipients = recipients,
                Size = random.Next(-1, 3000),
                Conversation = recipients.Length > 1 ? log.Conversation($"g{sender % 3}") : -1,
                Kind = (MessageKind)random.Next(0, 10),
                Traits = new MessageTraits(RecipientBasis.Exact, random.Next(2) == 0),
            });
        }
        return log.Build();
    }
}
