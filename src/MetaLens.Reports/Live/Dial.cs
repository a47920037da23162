using System.Collections.Immutable;

namespace MetaLens.Reports.Live;

/// <summary>One protection that a reader can turn up step by step.</summary>
/// <param name="Id">Short unique name.</param>
/// <param name="Name">What it does, in a few words.</param>
/// <param name="Steps">From off (an empty text) to the strongest: what is typed for it (<c>pad=160</c>), and how it is called.</param>
public sealed record Dial(string Id, string Name, ImmutableArray<(string Protection, string Words)> Steps)
{
    /// <summary>The dials of the live page, from what costs least.</summary>
    public static ImmutableArray<Dial> All { get; } =
    [
        new("sender", "Hide the sender", [("", "off"), ("hide=sender", "every sender hidden")]),
        new("receipts", "Receipts", [("", "as they are"), ("receipts=off", "none")]),
        new("pad", "Pad sizes", [("", "off"), ("pad=80", "to 80 bytes"), ("pad=160", "to 160 bytes"), ("pad=512", "to 512 bytes"), ("pad=4096", "to 4,096 bytes"), ("pad=65536", "to 65,536 bytes")]),
        new("round", "Round times", [("", "off"), ("round=1m", "to the minute"), ("round=10m", "to ten minutes"), ("round=1h", "to the hour"), ("round=6h", "to six hours"), ("round=1d", "to the day"), ("round=7d", "to the week")]),
        new("delay", "Delay messages", [("", "off"), ("delay=5s", "5 s on average"), ("delay=30s", "30 s on average"), ("delay=2m", "2 min on average"), ("delay=10m", "10 min on average"), ("delay=1h", "an hour on average"), ("delay=1d", "a day on average")]),
        new("batch", "Wait for others", [("", "off"), ("batch=10", "10 messages"), ("batch=100", "100 messages"), ("batch=1000", "1,000 messages")]),
        new("cover", "Dummy messages", [("", "off"), ("cover=0.1/h", "one in ten hours"), ("cover=0.5/h", "one in two hours"), ("cover=2/h", "two an hour")]),
        new("rotate", "New identifiers", [("", "off"), ("rotate=90d", "every 90 days"), ("rotate=30d", "every 30 days"), ("rotate=7d", "every week"), ("rotate=1d", "every day")]),
        new("retain", "Keep records", [("", "for ever"), ("retain=180d", "180 days"), ("retain=30d", "30 days"), ("retain=7d", "7 days"), ("retain=1d", "1 day")]),
    ];
}
