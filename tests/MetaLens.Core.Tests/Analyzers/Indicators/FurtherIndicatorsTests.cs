using System.Text.Json;
using MetaLens.Analyzers.Calendars;
using MetaLens.Analyzers.Indicators;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Indicators;

public class FurtherIndicatorsTests
{
    // Values made with bandicoot @86e5f192 with its options (truth/bandicoot/expected/extra.json).
    [Theory]
    [InlineData("sample_user", "truth/bandicoot/sample_user/sample_user.csv")]
    [InlineData("u_test2", "data/bandicoot/u_test2.csv")]
    public void What_bandicoot_has_under_an_option_is_equal(string user, string records)
    {
        using var truth = JsonDocument.Parse(File.ReadAllText(SharedData.Path("truth/bandicoot/expected/extra.json")));
        var expected = truth.RootElement.GetProperty(user);
        var person = user == "sample_user" ? BandicootFiles.Network(SharedData.Path(records)).Ego : BandicootFiles.Personal(SharedData.Path(records));
        var seen = Lens.None.Observe(BandicootFiles.Log("ego of the file", person));
        var usual = new IndicatorOptions(Summary: Summary.Extended) { Set = IndicatorSet.All };
        Numbers("entropy_norm", "normalized_entropy_of_contacts", usual);
        Numbers("contacts_more5", "number_of_contacts", usual with { MoreThan = 5 });
        Numbers("contacts_in", "number_of_contacts_in", usual);
        Numbers("pareto50", "percent_pareto_interactions", usual with { ParetoShare = 0.5 });
        Numbers("resp_rate", "response_rate_text", usual);
        Statistics("balance_unweighted", "unweighted_balance_of_contacts");
        Statistics("ipc_out", "interactions_per_contact_out");
        Statistics("interevent_callandtext", "interevent_time");
        var (full, row) = Table(usual with { Summary = Summary.Full });
        Assert.Equal(expected.GetProperty("resp_delay_full").GetProperty("allweek").GetProperty("allday").GetProperty("callandtext").EnumerateArray().Select(x => x.GetDouble()).Order(),
            full.List(row, full.Names.ToList().IndexOf("response_delay_text__allweek__allday__callandtext")).Order());

        (IndicatorTable Table, int Row) Table(IndicatorOptions options)
        {
            var table = IndicatorCalculator.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), options, TestContext.Current.CancellationToken);
            return (table, Enumerable.Range(0, table.Parties.Count).Single(r => seen.NameOf(table.Parties[r]) == "ego of the file"));
        }

        double Value(IndicatorOptions options, string name)
        {
            var (table, r) = Table(options);
            return table.Row(r)[table.Names.ToList().IndexOf(name)];
        }

        void Numbers(string key, string name, IndicatorOptions options)
        {
            foreach (var interaction in expected.GetProperty(key).GetProperty("allweek").GetProperty("allday").EnumerateObject())
                Assert.Equal(interaction.Value.GetDouble(), Value(options, $"{name}__allweek__allday__{interaction.Name}"), 1e-9);
        }

        void Statistics(string key, string name)
        {
            foreach (var interaction in expected.GetProperty(key).GetProperty("allweek").GetProperty("allday").EnumerateObject())
                foreach (var statistic in interaction.Value.EnumerateObject())
                    Assert.Equal(statistic.Value.GetDouble(), Value(usual, $"{name}__allweek__allday__{interaction.Name}__{statistic.Name}"), 1e-7);
        }
    }

    // By hand: ann writes at 0, 10, 20, 30 s (to a group of two at 20 s); gaps of the four records 10, 10, 0, 10: mean 7.5, deviation √18.75.
    [Fact]
    public void Bursts_hours_sizes_and_groups_are_as_worked_out_by_hand()
    {
        var log = new MessageLogBuilder();
        int ann = log.Actor("ann"), bob = log.Actor("bob"), cat = log.Actor("cat"), group = log.Conversation("group");
        log.Add(new MessageRecord { SentAt = 0, Sender = ann, Recipients = [bob], Size = 10 });
        log.Add(new MessageRecord { SentAt = 10_000, Sender = ann, Recipients = [bob], Size = 30 });
        log.Add(new MessageRecord { SentAt = 20_000, Sender = ann, Recipients = [bob, cat], Size = 50, Conversation = group });
        log.Add(new MessageRecord { SentAt = 30_000, Sender = bob, Recipients = [ann], Size = 1000 });
        var seen = Lens.None.Observe(log.Build());
        var table = IndicatorCalculator.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), new IndicatorOptions { Set = IndicatorSet.All }, TestContext.Current.CancellationToken);
        double Of(string name) => table.Row(0)[table.Names.ToList().IndexOf(name)];
        var deviation = Math.Sqrt(18.75);
        Assert.Equal((deviation - 7.5) / (deviation + 7.5), Of("burstiness__allweek__allday__callandtext"), 1e-12);
        Assert.Equal(0, Of("circadian_entropy_bits__allweek__allday__callandtext"));
        Assert.Equal((30, 2.0 / 5, 1), (Of("size_out__allweek__allday__text__mean"), Of("share_in_groups__allweek__allday__text"), Of("number_of_groups__allweek__allday__text")));
        Assert.Equal((2, 1), (Of("number_of_contacts_out__allweek__allday__text"), Of("number_of_contacts_in__allweek__allday__text")));
        Assert.True(double.IsNaN(Of("number_of_contacts_in__allweek__allday__call")));
    }

    [Fact]
    public void Every_value_is_given_for_the_whole_time_only()
    {
        var seen = Logs.Seen(("a", "b", 0));
        Assert.Throws<ArgumentException>(() => IndicatorCalculator.Of(seen, LocalClock.For(seen, DateTimeZone.Utc), new IndicatorOptions(Grouping.Week, Summary.Full), TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndicatorOptions { ParetoShare = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndicatorOptions { ConversationGap = Duration.Zero });
        Assert.Throws<ArgumentOutOfRangeException>(() => new IndicatorOptions { MoreThan = -1 });
    }
}
