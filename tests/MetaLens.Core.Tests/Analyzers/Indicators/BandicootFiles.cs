using System.Globalization;
using System.Text.Json;
using MetaLens.Messages;

namespace MetaLens.Core.Tests.Analyzers.Indicators;

/// <summary>Reads bandicoot's records and expected values for tests: one ego per file, wall-clock times.</summary>
static class BandicootFiles
{
    public sealed record Record(bool IsCall, bool IsOut, string Contact, DateTime At, int Seconds);

    public static List<Record> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var header = lines[0].Split(',').ToList();
        int Column(string name) => header.IndexOf(name);
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','))
            .Where(f => f[Column("interaction")].Length > 0)
            .Select(f => new Record(f[Column("interaction")] == "call", f[Column("direction")] == "out", f[Column("correspondent_id")],
                DateTime.ParseExact(f[Column("datetime")], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                int.TryParse(f[Column("call_duration")], out var s) ? s : -1))
            .OrderBy(r => r.At)];
    }

    /// <summary>Drops records that a contact's own file, where there is one, does not hold: same kind and length, other direction, less than 30 s apart.</summary>
    public static List<Record> Reciprocated(List<Record> records, string folder)
    {
        var files = records.Select(r => r.Contact).Distinct().Where(c => File.Exists(Path.Combine(folder, c + ".csv"))).ToDictionary(c => c, c => Read(Path.Combine(folder, c + ".csv")));
        return [.. records.Where(r => !files.TryGetValue(r.Contact, out var theirs)
            || theirs.Exists(t => t.IsCall == r.IsCall && t.IsOut != r.IsOut && t.Seconds == r.Seconds && Math.Abs((t.At - r.At).TotalSeconds) < 30))];
    }

    public static MessageLog Log(string ego, IEnumerable<Record> records)
    {
        var log = new MessageLogBuilder { TimeBasis = TimeBasis.LocalUnknown };
        foreach (var r in records)
            log.Add(new MessageRecord
            {
                SentAt = new DateTimeOffset(r.At, TimeSpan.Zero).ToUnixTimeMilliseconds(),
                Sender = log.Actor(r.IsOut ? ego : r.Contact),
                Recipients = [log.Actor(r.IsOut ? r.Contact : ego)],
                Kind = r.IsCall ? MessageKind.Call : MessageKind.Text,
                CallSeconds = r.IsCall ? r.Seconds : -1,
            });
        return log.Build();
    }

    /// <summary>Expected values by flattened key; null where bandicoot has none.</summary>
    public static Dictionary<string, double?> Expected(string path)
    {
        var values = new Dictionary<string, double?>();
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var root = json.RootElement;
        // The regression files hold one user under its name.
        if (root.EnumerateObject().Count() == 1 && root.EnumerateObject().First().Value.TryGetProperty("name", out _)) root = root.EnumerateObject().First().Value;
        Flatten("", root);
        return values;

        void Flatten(string prefix, JsonElement element)
        {
            foreach (var property in element.EnumerateObject())
            {
                var key = prefix.Length == 0 ? property.Name : $"{prefix}__{property.Name}";
                if (property.Value.ValueKind == JsonValueKind.Object) Flatten(key, property.Value);
                else if (property.Value.ValueKind == JsonValueKind.Number) values[key] = property.Value.GetDouble();
                else if (property.Value.ValueKind == JsonValueKind.Null) values[key] = null;
            }
        }
    }
}
