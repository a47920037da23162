using System.Globalization;
using System.Text.Json;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Indicators;
using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Indicators;

public class ActorDaysTests
{
    // The file that bandicoot's dashboard is made of (its regression file @86e5f192): 16 indicators, the days and the contacts of each day. Its shares are percentages, its empty days have 0.
    [Fact]
    public void The_dashboard_of_the_sample_user_is_bandicoots()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedData.Path("data/bandicoot/regressions/dashboard_sample_user.json")));
        var me = json.RootElement.GetProperty("me");
        var records = BandicootFiles.Network(SharedData.Path("truth/bandicoot/sample_user/sample_user.csv")).Ego;
        var seen = Lens.None.Observe(BandicootFiles.Log("ego", records));
        var ego = Enumerable.Range(0, seen.PartyCount).Select(p => new PartyId(p)).Single(p => seen.NameOf(p) == "ego");
        var days = ActorDays.Of(seen, PartyTimelines.Of(seen), LocalClock.For(seen, DateTimeZone.Utc), ego);

        Assert.Equal(me.GetProperty("date_range").EnumerateArray().Select(d => d.GetString()),
            days.Select(d => DateTime.UnixEpoch.AddDays(d.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        Numbers("nb_out_call", d => d.CallsOut);
        Numbers("nb_out_text", d => d.TextsOut);
        Numbers("nb_inc_call", d => d.CallsIn);
        Numbers("nb_inc_text", d => d.TextsIn);
        Numbers("nb_out_all", d => d.CallsOut + d.TextsOut);
        Numbers("nb_inc_all", d => d.CallsIn + d.TextsIn);
        Numbers("nb_all", d => d.Records);
        Numbers("active_day", d => d.Records > 0 ? 1 : 0);
        Numbers("number_of_contacts", d => d.Contacts);
        Numbers("percent_nocturnal", d => 100 * d.ShareAtNight);
        Numbers("percent_initiated_interactions", d => 100 * d.ShareOfCallsMade);
        Numbers("percent_initiated_conversations", d => 100 * d.ShareSent);
        Numbers("response_rate", d => 100 * d.ResponseRate);
        Lists("response_delay", d => d.ResponseDelays);
        Lists("call_duration", d => d.CallSeconds);
        Lists("balance_of_contacts", d => [.. d.Balances.Select(b => 100 * b)]);
        var contacts = records.Records.GroupBy(r => (Date: DateTimeOffset.FromUnixTimeMilliseconds(r.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), r.Contact)).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(contacts, me.GetProperty("network").EnumerateArray().GroupBy(c => (c[0].GetString()!, c[1].GetString()!)).ToDictionary(g => g.Key, g => g.Sum(c => c[2].GetInt32())));

        JsonElement[] Of(string name) => [.. me.GetProperty("indicators").GetProperty(name).EnumerateArray()];

        void Numbers(string name, Func<ActorDay, double> value)
        {
            var expected = Of(name);
            Assert.Equal(expected.Length, days.Count);
            for (var i = 0; i < days.Count; i++)
                if (expected[i].ValueKind == JsonValueKind.Null) Assert.True(double.IsNaN(value(days[i])), name);
                else Assert.True(Math.Abs(expected[i].GetDouble() - (double.IsNaN(value(days[i])) ? 0 : value(days[i]))) < 1e-7, $"{name} on day {i}: theirs {expected[i]}, ours {value(days[i])}");
        }

        void Lists(string name, Func<ActorDay, IReadOnlyList<double>> values)
        {
            var expected = Of(name);
            for (var i = 0; i < days.Count; i++)
            {
                var theirs = expected[i].EnumerateArray().Select(x => x.GetDouble()).Order().ToList();
                Assert.True(theirs.Count == values(days[i]).Count && theirs.Zip(values(days[i])).All(p => Math.Abs(p.First - p.Second) < 1e-7), $"{name} on day {i}");
            }
        }
    }
}
