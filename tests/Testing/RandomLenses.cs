using System.Collections.Immutable;
using MetaLens.Lenses;
using MetaLens.Lenses.Protections;
using NodaTime;

namespace MetaLens.Testing;

/// <summary>Lenses with one to four protections of any sort, parameters spread over their ranges; reproducible.</summary>
static class RandomLenses
{
    public static Lens Next(Random random) => LensText.Parse("none").With([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Protection(random))]);

    public static Protection Protection(Random random) => random.Next(23) switch
    {
        0 => new EncryptContent(),
        1 => new HideSender(random.Next(2) == 0),
        2 => new HideRecipients(),
        3 => new HideConversation(),
        4 => new HideSize(),
        5 => new HideEverything(),
        6 => new PadSize(random.Next(1, 5000)),
        7 => new PadToPowerOfTwo(),
        8 => new PadPadme(),
        9 => new PadSignal(random.Next(2) == 0 ? 80 : 160),
        10 => new RoundTime(Time(random, 86400)),
        11 => new RandomDelay(Time(random, 86400)),
        12 => new BatchByCount(random.Next(2, 200)),
        13 => new BatchByTime(Time(random, 86400)),
        14 => new CoverTraffic(Math.Round(0.001 + random.NextDouble() * 0.05, random.Next(3, 6))),
        15 => new ReceiptsOn(Time(random, 3000), random.Next(1, 1000)),
        16 => new ReceiptsOff(),
        17 => new FanOutGroups(),
        18 => new SplitLinks(Time(random, 3000)),
        19 => new RetainRecent(Duration.FromSeconds(random.Next(1, 86400 * 40))),
        20 => new RetainFrom(Instant.FromUnixTimeMilliseconds(random.Next(0, 86400 * 30) * (random.Next(2) == 0 ? 1000L : 86400L))),
        21 => new SampleUsers(0.0001 + random.NextDouble() * 0.9),
        _ => new RotateIdentifiers(Duration.FromSeconds(random.Next(1, 86400 * 20))),
    };

    static Duration Time(Random random, int mostSeconds) => Duration.FromMilliseconds(random.Next(2) == 0 ? random.Next(1, 10_000) : 1000L * random.Next(1, mostSeconds));
}
