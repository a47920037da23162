using System.Globalization;
using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Benchmarks;

/// <summary>
/// A million messages between 20,000 people, made in memory: activity and contacts skewed as in real logs, most contacts inside a circle of 250, a third of the
/// messages answers to recent ones. Reproducible.
/// </summary>
static class MillionMessages
{
    const int Messages = 1_000_000;
    const int People = 20_000;
    const int Circle = 250;
    const int Recent = 30;
    const long Start = 1_704_067_200_000;
    const long Year = 365L * 86_400_000;

    /// <summary>The messages as a table.</summary>
    public static string WriteCsv()
    {
        var path = Path.Combine(Path.GetTempPath(), "metalens-benchmark-1m.csv");
        using var file = new StreamWriter(path);
        file.Write("sender,receiver,timestamp,size\n");
        foreach (var (from, to, at, size) in All())
            file.Write(string.Create(CultureInfo.InvariantCulture, $"u{from},u{to},{at / 1000},{size}\n"));
        return path;
    }

    /// <summary>The messages seen through the identity lens.</summary>
    public static Observation Seen() => Seen(Messages);

    /// <summary>The first of them.</summary>
    public static Observation Seen(int messages)
    {
        var log = new MessageLogBuilder();
        foreach (var (from, to, at, size) in All().Take(messages))
            log.Add(new MessageRecord { SentAt = at, Sender = log.Actor($"u{from}"), Recipients = [log.Actor($"u{to}")], Size = size });
        return Lens.None.Observe(log.Build());
    }

    static IEnumerable<(int From, int To, long At, int Size)> All()
    {
        var random = new Random(42);
        var recent = new (int From, int To)[Recent];
        for (var i = 0; i < Messages; i++)
        {
            var (from, to) = i >= Recent && random.Next(100) < 35 ? Answer(recent[random.Next(Recent)]) : Fresh(random);
            recent[i % Recent] = (from, to);
            yield return (from, to, Start + (Year / Messages * i), 1 + (int)(4000 * Math.Pow(random.NextDouble(), 4)));
        }
    }

    static (int From, int To) Answer((int From, int To) message) => (message.To, message.From);

    static (int From, int To) Fresh(Random random)
    {
        var from = (int)(People * Math.Pow(random.NextDouble(), 2.5));
        var contact = (int)(40 * Math.Pow(random.NextDouble(), 3));
        var near = (from / Circle * Circle) + ((from * 31) + (contact * 97)) % Circle;
        var far = ((from * 131) + (contact * 7919)) % People;
        var to = contact % 10 < 7 ? near % People : far;
        return (from, to == from ? (from + 1) % People : to);
    }
}
