using System.Globalization;
using System.Text.Json;
using MetaLens.Analyzers.EgoNetworks;
using MetaLens.Messages;

namespace MetaLens.Core.Tests.Analyzers.Indicators;

/// <summary>Reads bandicoot's records and expected values for tests: one ego per file, wall-clock times.</summary>
static class BandicootFiles
{
    public sealed record Record(bool IsCall, bool IsOut, string Contact, DateTime At, int Seconds);

    public static List<Record> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        if (lines[0].Contains(';')) return ReadOrange(lines);
        var header = lines[0].Split(',').ToList();
        int Column(string name) => header.IndexOf(name);
        return [.. lines.Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','))
            .Where(f => f[Column("interaction")].Length > 0)
            .Select(f => new Record(f[Column("interaction")] == "call", f[Column("direction")] == "out", f[Column("correspondent_id")],
                DateTime.ParseExact(f[Column("datetime")], "yyyy-MM-dd H:mm:ss", CultureInfo.InvariantCulture),
                int.TryParse(f[Column("call_duration")], out var s) ? s : -1))
            .OrderBy(r => r.At)];
    }

    // call_record_type;basic_service;user_msisdn;call_partner_identity;datetime;call_duration;longitude;latitude
    static List<Record> ReadOrange(string[] lines) =>
        [.. lines.Where(l => l.Length > 0).Select(l => l.Split(';'))
            .Select(f => new Record(f[1] is "11" or "12", f[0] == "1", f[3], DateTime.ParseExact(f[4], "yyyy-MM-dd H:mm:ss", CultureInfo.InvariantCulture), f[1] is "11" or "12" ? int.Parse(f[5], CultureInfo.InvariantCulture) : -1))
            .OrderBy(r => r.At)];

    /// <summary>One person's file as records of that person.</summary>
    public static PersonalRecords Personal(string path) =>
        new(Path.GetFileNameWithoutExtension(path), [.. Read(path).Select(r => new PersonalRecord(r.Contact, new DateTimeOffset(r.At, TimeSpan.Zero).ToUnixTimeMilliseconds(), r.IsOut, r.IsCall, r.Seconds))]);

    /// <summary>A person's file and those of its contacts in the same folder, without the records that the other end's file does not hold.</summary>
    public static (PersonalRecords Ego, IReadOnlyDictionary<string, PersonalRecords> Contacts) Network(string path)
    {
        var ego = Personal(path);
        return PersonalRecords.Reciprocated(ego, ego.Records.Select(r => r.Contact).Distinct()
            .Select(c => Path.Combine(Path.GetDirectoryName(path)!, c + ".csv")).Where(File.Exists).Select(Personal).ToDictionary(p => p.Person));
    }

    /// <summary>A person's records as the log of an ego whose name no contact has.</summary>
    public static MessageLog Log(string ego, PersonalRecords records) =>
        Log(ego, records.Records.Select(r => new Record(r.IsCall, r.IsOut, r.Contact, DateTimeOffset.FromUnixTimeMilliseconds(r.At).DateTime, r.CallSeconds)));

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
