using System.Collections.Immutable;
using System.Globalization;
using MetaLens.Messages;

namespace MetaLens.Exposure;

/// <summary>What an attack is given, and the protections that are tried against it.</summary>
/// <param name="Attack">Id of the attack.</param>
/// <param name="Protections">The setting that the attack is made for, as <c>--protect</c> takes it; <c>none</c> for the whole record.</param>
/// <param name="Defences">What is tried, each added to the setting.</param>
public sealed record AttackSetting(string Attack, string Protections, ImmutableArray<string> Defences)
{
    const double Hour = 3_600_000, Day = 24 * Hour;

    /// <summary>The settings of all attacks for one log: rates of dummies and lives of identifiers are measured by it.</summary>
    public static ImmutableArray<AttackSetting> For(MessageLog log)
    {
        ArgumentNullException.ThrowIfNull(log);
        var span = log.Count == 0 ? Day : Math.Max(Hour, log.SentAt[^1] - log.SentAt[0]);
        var rate = log.Count / (Math.Max(1, log.Sender.ToArray().Distinct().Count()) * span / Hour);
        string cover = Cover(rate), heavyCover = Cover(10 * rate);
        var half = string.Create(CultureInfo.InvariantCulture, $"rotate={Math.Max(1, Math.Ceiling(span / 2 / Day))}d");
        return
        [
            new("disclosure", "hide=sender,hide=content,receipts=on", ["receipts=off", "receipts=off,delay=10m", "receipts=off,delay=1h", "receipts=off,batch=1h", "receipts=off,round=1d", $"receipts=off,{cover}", "receipts=off,delay=1h,rotate=1d", $"receipts=off,delay=1h,{heavyCover},rotate=1d"]),
            new("correlate", "links=2s", ["delay=10m", "batch=10m", "batch=1h", "delay=1h", cover, heavyCover, "rotate=1d", $"delay=1h,{heavyCover},rotate=1d"]),
            new("batch", "none", ["batch=100", "batch=1000", cover, "hide=sender"]),
            new("fuzzy-tags", "none", [cover, heavyCover, "rotate=1d", "hide=sender"]),
            new("reidentify", "none", [cover, "round=1d", "rotate=1d", "hide=sender,receipts=off", "hide=sender,receipts=off,rotate=1d"]),
            new("link-identifiers", half, [cover, "rotate=7d", "rotate=1d", "hide=sender,receipts=off", "hide=sender,receipts=off,rotate=1d", "hide=sender,receipts=off,round=1d", $"hide=sender,receipts=off,{heavyCover}"]),
            new("structure", "none", [cover, "rotate=1d", "hide=sender,receipts=off"]),
            new("replies", "none", ["hide=sender", "round=1h", "delay=1m", "delay=10m", "delay=1h", "batch=10m", "batch=1h"]),
        ];
    }

    // As many dummies as messages, or ten times as many.
    static string Cover(double rate) => string.Create(CultureInfo.InvariantCulture, $"cover={Math.Clamp(Math.Round(rate, rate < 0.1 ? 3 : 2), 0.001, 1000)}/h");
}
