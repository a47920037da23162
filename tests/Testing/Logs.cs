using MetaLens.Ingestion;
using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Testing;

/// <summary>Logs for tests: from a few tuples, at random, or from real files.</summary>
static class Logs
{
    /// <summary>A log of (sender, recipient, Unix seconds[, bytes]).</summary>
    public static MessageLog Of(params ReadOnlySpan<(string From, string To, long Second)> messages)
    {
        var log = new MessageLogBuilder();
        foreach (var (from, to, second) in messages)
            log.Add(new MessageRecord { SentAt = second * 1000, Sender = log.Actor(from), Recipients = [log.Actor(to)], Size = 100 });
        return log.Build();
    }

    /// <summary>The same, seen through the identity lens.</summary>
    public static Observation Seen(params ReadOnlySpan<(string From, string To, long Second)> messages) => Lens.None.Observe(Of(messages));

    /// <summary>A log of random messages between <paramref name="actors"/> actors over <paramref name="days"/> days; reproducible.</summary>
    public static MessageLog Random(int seed, int actors = 20, int messages = 500, int days = 30)
    {
        var random = new Random(seed);
        var log = new MessageLogBuilder();
        for (var i = 0; i < messages; i++)
        {
            var from = random.Next(actors);
            var to = (from + 1 + (int)(random.NextDouble() * random.NextDouble() * (actors - 1))) % actors;
            log.Add(new MessageRecord
            {
                SentAt = (long)(random.NextDouble() * days * 86400e3),
                Sender = log.Actor($"a{from}"),
                Recipients = [log.Actor($"a{to}")],
                Size = random.Next(1, 2000),
            });
        }
        return log.Build();
    }

    /// <summary>Reads a file or folder with everything found out by itself.</summary>
    public static (MessageLog Log, IngestionReport Report) Read(string path, ReadOptions? options = null)
    {
        using var source = Source.Open(path, new ArchiveLimits());
        return MessageReader.Read([source], options ?? new ReadOptions());
    }

    /// <summary>CollegeMsg: 59,835 messages between 1,899 people.</summary>
    public static MessageLog CollegeMsg() => Read(SharedData.Path("data/collegemsg/CollegeMsg.txt")).Log;

    /// <summary>The Copenhagen study's text messages: 24,333 between 568 people.</summary>
    public static MessageLog CopenhagenSms() => Read(SharedData.Path("data/copenhagen/sms.csv")).Log;

    /// <summary>A manufacturing company's mail: 82,927 deliveries between 167 accounts.</summary>
    public static MessageLog Manufacturing() => Read(SharedData.Path("data/manufacturing/communication.csv")).Log;

    /// <summary>A European research institution's mail: 332,334 deliveries between 986 people.</summary>
    public static MessageLog EmailEu() => Read(SharedData.Path("data/email-eu-core/email-Eu-core-temporal.txt.gz")).Log;
}
