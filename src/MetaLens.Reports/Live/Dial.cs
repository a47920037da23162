using System.Collections.Immutable;
using MetaLens.Reports.Languages;

namespace MetaLens.Reports.Live;

/// <summary>One protection that a reader can turn up step by step.</summary>
/// <param name="Id">Short unique name.</param>
/// <param name="Steps">From off (an empty text) to the strongest: what is typed for it (<c>pad=160</c>).</param>
public sealed record Dial(string Id, ImmutableArray<string> Steps)
{
    /// <summary>The dials of the live page, from what costs least.</summary>
    public static ImmutableArray<Dial> All { get; } =
    [
        new("sender", ["", "hide=sender"]),
        new("receipts", ["", "receipts=off"]),
        new("pad", ["", "pad=80", "pad=160", "pad=512", "pad=4096", "pad=65536"]),
        new("round", ["", "round=1m", "round=10m", "round=1h", "round=6h", "round=1d", "round=7d"]),
        new("delay", ["", "delay=5s", "delay=30s", "delay=2m", "delay=10m", "delay=1h", "delay=1d"]),
        new("batch", ["", "batch=10", "batch=100", "batch=1000"]),
        new("cover", ["", "cover=0.1/h", "cover=0.5/h", "cover=2/h"]),
        new("rotate", ["", "rotate=90d", "rotate=30d", "rotate=7d", "rotate=1d"]),
        new("retain", ["", "retain=180d", "retain=30d", "retain=7d", "retain=1d"]),
    ];

    /// <summary>What it does, in a few words.</summary>
    public string Name(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language[$"dial.{Id}"];
    }

    /// <summary>How each of <see cref="Steps"/> is called.</summary>
    public ImmutableArray<string> Words(Language language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return [.. language[$"dial.{Id}.steps"].Split('|')];
    }
}
