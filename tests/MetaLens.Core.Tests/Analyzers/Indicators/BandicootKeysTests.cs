using System.Text.Json;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.EgoNetworks;
using MetaLens.Analyzers.Indicators;
using MetaLens.Lenses;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Indicators;

/// <summary>Counts every key of every expected file of bandicoot @86e5f192: equal, or left out with a reason. None may differ, and none may be left out without one.</summary>
public class BandicootKeysTests(ITestOutputHelper output)
{
    static readonly IndicatorOptions WeekExtendedSplits = new(Grouping.Week, Summary.Extended, SplitWeek: true, SplitDay: true);

    // Beginnings of the keys that MetaLens has no use for.
    static readonly (string Begins, string Reason)[] LeftOut =
    [
        ("number_of_antennas", "spatial"), ("entropy_of_antennas", "spatial"), ("percent_at_home", "spatial"), ("radius_of_gyration", "spatial"), ("frequent_antennas", "spatial"), ("churn_rate", "spatial"),
        ("reporting__number_of_antennas", "spatial"), ("reporting__has_home", "spatial"), ("reporting__percent_records_missing_location", "spatial"), ("reporting__antennas_missing_locations", "spatial"),
        ("reporting__antennas_path", "a path"), ("reporting__attributes_path", "a path"), ("reporting__recharges_path", "a path"),
        ("amount_recharges", "recharges"), ("interevent_time_recharges", "recharges"), ("percent_pareto_recharges", "recharges"), ("number_of_recharges", "recharges"), ("average_balance_recharges", "recharges"),
        ("reporting__number_of_recharges", "recharges"), ("reporting__has_recharges", "recharges"),
        ("attributes", "copied from a side file"), ("reporting__has_attributes", "copied from a side file"),
        ("name", "bandicoot's own bookkeeping"), ("reporting__version", "bandicoot's own bookkeeping"), ("reporting__code_signature", "bandicoot's own bookkeeping"), ("reporting__groupby", "an argument"),
        ("reporting__split", "an argument"), ("reporting__night", "an argument"), ("reporting__weekend", "an argument"), ("reporting__has_network", "an argument"),
    ];

    [Fact]
    public void Every_key_of_every_expected_file_is_equal_or_left_out_for_a_reason()
    {
        var total = (Equal: 0, LeftOut: 0);
        foreach (var (file, records, options, decimals, strike) in Files())
        {
            var path = SharedData.Path(file);
            var ours = records is null ? Nobody(options) : Values(SharedData.Path(records), options, strike);
            var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
            var wrong = new List<string>();
            var equal = 0;
            foreach (var (key, expected) in Leaves(path))
            {
                if (ours.TryGetValue(key, out var value))
                {
                    if (Same(expected, value, decimals)) equal++;
                    else wrong.Add($"{key}: theirs {expected}, ours {value}");
                }
                else if (Array.Find(LeftOut, l => key.Replace("assortativity_indicators__", "", StringComparison.Ordinal).StartsWith(l.Begins, StringComparison.Ordinal)) is { Reason: { } reason }) reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
                else wrong.Add($"{key}: theirs {expected}, ours missing");
            }
            output.WriteLine($"{file}: {equal} equal, {reasons.Values.Sum()} left out ({string.Join(", ", reasons.Select(r => $"{r.Value} {r.Key}"))})");
            Assert.True(wrong.Count == 0, $"{file}: {wrong.Count} differ:\n{string.Join('\n', wrong.Take(20))}");
            total = (total.Equal + equal, total.LeftOut + reasons.Values.Sum());
        }
        output.WriteLine($"together: {total.Equal} equal, {total.LeftOut} left out");
        Assert.Equal((13_581, 1_579), total);
    }

    static IEnumerable<(string File, string? Records, IndicatorOptions Options, int Decimals, bool Strike)> Files()
    {
        yield return ("data/bandicoot/manual/A.json", "data/bandicoot/manual/A.csv", new(), 4, false);
        yield return ("data/bandicoot/manual/A.json", "data/bandicoot/manual/A_orange.csv", new(), 4, false);
        yield return ("data/bandicoot/manual/B.json", "data/bandicoot/manual/B.csv", new(), 3, false);
        yield return ("data/bandicoot/regressions/empty_user.json", null, WeekExtendedSplits, 7, false);
        yield return ("data/bandicoot/regressions/sample_user.json", "truth/bandicoot/sample_user/sample_user.csv", WeekExtendedSplits with { Grouping = Grouping.None }, 7, true);
        yield return ("data/bandicoot/regressions/ego.json", "data/bandicoot/network/ego.csv", WeekExtendedSplits, 7, true);
        yield return ("data/bandicoot/regressions/manual_a.json", "data/bandicoot/manual/A.csv", WeekExtendedSplits, 7, false);
        yield return ("data/bandicoot/regressions/manual_a_orange_network.json", "data/bandicoot/manual/A_orange.csv", WeekExtendedSplits, 7, false);
        foreach (var user in (string[])["sample_user", "u_test2"])
            foreach (var (period, summary, split) in Choices())
                yield return ($"truth/bandicoot/expected/{user}__{period.ToString().ToLowerInvariant()}__{summary.ToString().ToLowerInvariant()}__{(split ? "split" : "nosplit")}.json",
                    user == "u_test2" ? "data/bandicoot/u_test2.csv" : "truth/bandicoot/sample_user/sample_user.csv", new(period, summary, split, split), 7, user != "u_test2");
    }

    static IEnumerable<(Grouping Period, Summary Summary, bool Split)> Choices() =>
        [(Grouping.Day, Summary.Default, false), (Grouping.Month, Summary.Default, false),
            .. from period in (Grouping[])[Grouping.None, Grouping.Week] from summary in (Summary[])[Summary.Default, Summary.Extended] from split in (bool[])[false, true] select (period, summary, split)];

    static Dictionary<string, object?> Values(string path, IndicatorOptions options, bool strike)
    {
        var (struck, contacts) = BandicootFiles.Network(path);
        var person = strike ? struck : BandicootFiles.Personal(path);
        var values = Indicators(person, options).ToDictionary(v => v.Key, v => (object?)v.Value);

        // Without its network a person stands alone: bandicoot then reports nothing of who is outside it.
        var isNetwork = strike || path.Contains("orange", StringComparison.Ordinal);
        var files = isNetwork ? contacts.Keys.Append(person.Person).ToHashSet() : [];
        foreach (var (key, value) in Reporting(person, RecordCoverage.Of(person, files, options.Grouping), isNetwork)) values[key] = value;
        var matrix = ContactMatrix.Of(person.Person, ContactCounts.Of(person, ContactUnit.HalfHours), contacts.ToDictionary(c => c.Key, c => ContactCounts.Of(c.Value, ContactUnit.HalfHours)));
        values["clustering_coefficient_unweighted"] = matrix.Clustering();
        values["clustering_coefficient_weighted"] = matrix.WeightedClustering();
        foreach (var (attribute, share) in Assortativity.OfAttributes(new Dictionary<string, string> { ["gender"] = "", ["age"] = "", ["is_subscriber"] = "", ["individual_id"] = "" }, []))
            values[$"assortativity_attributes__{attribute}"] = share;
        // bandicoot always compares by week, with the default summary.
        if (strike)
        {
            var theirs = matrix.Reciprocated.Where(contacts.ContainsKey).Select(c => Indicators(contacts[c], new(Grouping.Week))).ToList();
            foreach (var (name, own) in Indicators(person, new(Grouping.Week))) values[$"assortativity_indicators__{name}"] = Assortativity.OfIndicator(own, theirs.Select(t => t[name]));
        }
        return values;
    }

    static Dictionary<string, double> Indicators(PersonalRecords person, IndicatorOptions options)
    {
        var seen = Lens.None.Observe(BandicootFiles.Log("ego of the file", person));
        var table = IndicatorCalculator.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), options, TestContext.Current.CancellationToken);
        var row = Enumerable.Range(0, table.Parties.Count).FirstOrDefault(r => seen.NameOf(table.Parties[r]) == "ego of the file", -1);
        return table.Names.Select((name, c) => (name, Value: row < 0 ? double.NaN : table.Row(row)[c])).ToDictionary(v => v.name, v => v.Value);
    }

    static Dictionary<string, object?> Nobody(IndicatorOptions options)
    {
        // A person without records has no row; every value is undefined.
        var seen = Lens.None.Observe(Logs.Of(("a", "b", 0)));
        var table = IndicatorCalculator.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), options, TestContext.Current.CancellationToken);
        var values = table.Names.ToDictionary(n => n, _ => (object?)double.NaN);
        Assert.Empty(IndicatorCalculator.Of(Logs.Seen(), LocalClock.For(seen, DateTimeZone.Utc), options, TestContext.Current.CancellationToken).Parties);
        foreach (var (key, value) in Reporting(new PersonalRecords("", []), RecordCoverage.Of(new PersonalRecords("", []), new HashSet<string>(), options.Grouping), false)) values[key] = value;
        return values;
    }

    static IEnumerable<(string Key, object? Value)> Reporting(PersonalRecords person, RecordCoverage coverage, bool network)
    {
        const string Time = "yyyy-MM-dd HH:mm:ss";
        yield return ("reporting__number_of_records", (double)coverage.Records);
        yield return ("reporting__has_call", coverage.HasCalls);
        yield return ("reporting__has_text", coverage.HasTexts);
        yield return ("reporting__start_time", person.Records is [var first, ..] ? DateTimeOffset.FromUnixTimeMilliseconds(first.At).ToString(Time) : null);
        yield return ("reporting__end_time", person.Records is [.., var last] ? DateTimeOffset.FromUnixTimeMilliseconds(last.At).ToString(Time) : null);
        yield return ("reporting__bins", (double)coverage.PeriodsCovered);
        yield return ("reporting__bins_with_data", (double)coverage.PeriodsWithRecords);
        yield return ("reporting__bins_without_data", (double)(coverage.PeriodsCovered - coverage.PeriodsWithRecords));
        yield return ("reporting__percent_outofnetwork_calls", network ? coverage.ShareOfCallsOutside : 0.0);
        yield return ("reporting__percent_outofnetwork_texts", network ? coverage.ShareOfTextsOutside : 0.0);
        yield return ("reporting__percent_outofnetwork_contacts", network ? coverage.ShareOfContactsOutside : 0.0);
        yield return ("reporting__percent_outofnetwork_call_durations", network ? coverage.ShareOfCallSecondsOutside : 0.0);
        foreach (var field in (string[])["all", "interaction", "direction", "correspondent_id", "datetime", "call_duration", "location"]) yield return ($"reporting__ignored_records__{field}", 0.0);
    }

    static bool Same(JsonElement theirs, object? ours, int decimals) => (theirs.ValueKind, ours) switch
    {
        (JsonValueKind.Null, var x) => x is null or double.NaN,
        (JsonValueKind.Number, double x) => Math.Abs(theirs.GetDouble() - x) < 1.5 * Math.Pow(10, -decimals),
        (JsonValueKind.True, var x) => x is true,
        (JsonValueKind.False, var x) => x is false,
        (JsonValueKind.String, var x) => theirs.GetString() == x as string,
        _ => false,
    };

    static List<(string Key, JsonElement Value)> Leaves(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var root = json.RootElement.Clone();
        // The regression files hold one user under its name.
        if (root.EnumerateObject().Count() == 1 && root.EnumerateObject().First().Value.TryGetProperty("name", out _)) root = root.EnumerateObject().First().Value;
        var leaves = new List<(string, JsonElement)>();
        Walk("", root);
        return leaves;

        void Walk(string prefix, JsonElement element)
        {
            foreach (var property in element.EnumerateObject())
            {
                var key = prefix.Length == 0 ? property.Name : $"{prefix}__{property.Name}";
                if (property.Value.ValueKind == JsonValueKind.Object) Walk(key, property.Value);
                else leaves.Add((key, property.Value));
            }
        }
    }
}
