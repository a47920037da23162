using System.Text.Json;
using System.Text.RegularExpressions;
using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Reports.Findings;
using MetaLens.Reports.Languages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Reports.Tests.Findings;

/// <summary>What the sentences say is what the numbers are.</summary>
public class FindingTests
{
    public static TheoryData<string, string> Reports => new() { { "own", "en" }, { "population", "en" }, { "collegemsg", "en" }, { "own", "de" }, { "population", "de" }, { "collegemsg", "de" } };

    [Theory]
    [MemberData(nameof(Reports))]
    public void Every_number_in_a_sentence_stands_in_the_JSON(string name, string language)
    {
        var figures = Language.Find(language).Figures;
        // Invented names have no digits.
        var model = ReportModel.From((name switch { "own" => SampleReports.OwnExport(), "population" => SampleReports.Population(), _ => SampleReports.CollegeMsg() }) with { Language = Language.Find(language), InventNames = true });
        using var json = JsonDocument.Parse(model.ToJson());
        Assert.Equal("metalens/report/1", json.RootElement.GetProperty("schema").GetString());
        foreach (var finding in json.RootElement.GetProperty("findings").EnumerateArray())
        {
            var sentence = finding.GetProperty("sentence").GetString()!;
            var values = finding.GetProperty("numbers").EnumerateObject().Select(n => n.Value.GetDouble()).ToArray();
            if (finding.GetProperty("certainty").GetString() == "cannot tell" && values.Length == 0) continue;
            var written = values.SelectMany(v => new[] { figures.Count((long)v), figures.Percent(v), figures.HourOfDay(v), OffsetWords.Name(v) }).ToHashSet();
            // Dates are no measurements; what is left must be a number of the JSON as the page writes it.
            var measured = Regex.Replace(sentence, @"\d{1,2}\.? [A-Z]\p{Ll}{2,3}\.? \d{4}", "");
            foreach (var number in Regex.Matches(measured, @"UTC[−+][\d:]+|\d{2}:\d{2}|\d[\d,.]*\d\u00a0%|\d\u00a0%|\d[\d,.]*\d|\d").Select(m => m.Value))
                Assert.True(written.Contains(number), $"{number} in “{sentence}” is none of {string.Join(" · ", written)}");
        }
    }

    [Fact]
    public void CollegeMsg_closest_reach_and_turning_points_are_those_counted_by_other_means()
    {
        var log = Logs.CollegeMsg();
        var evidence = new Evidence(Lens.None.Observe(log), inventNames: true);
        // By hand (awk over the file): 779 senders of 10 messages or more, 67 of whom sent half or more to one recipient.
        var closest = ClosestFinding.Of(evidence).Numbers;
        Assert.Equal((779, 67), (closest["people"], closest["people_half_to_one"]));
        // Every one of the 1,899 has a tie, so that each has 1,898 others.
        Assert.Equal(1898, ReachFinding.Of(evidence).Numbers["others"]);
        Assert.Equal(59_835, TurningPointsFinding.Of(evidence).Numbers["messages"]);
    }

    [Fact]
    public void A_night_without_messages_is_found_and_a_day_of_even_messages_gives_no_surprise()
    {
        // One message every ten minutes from 08:00 to 24:00 for thirty days: the six hours from 00:00 to 08:00 hold none, and the middle of that run is 04:00.
        var log = new MessageLogBuilder { TimeBasis = TimeBasis.LocalUnknown };
        int a = log.Actor("a"), b = log.Actor("b");
        for (var day = 0; day < 30; day++)
            for (var minute = 8 * 60; minute < 24 * 60; minute += 10)
                log.Add(new MessageRecord { SentAt = ((day * 1440L) + minute) * 60_000, Sender = minute % 20 == 0 ? a : b, Recipients = [minute % 20 == 0 ? b : a] });
        var finding = DayAndNightFinding.Of(new Evidence(Lens.None.Observe(log.Build())));
        Assert.Equal(0, finding.Numbers["messages_in_quiet"]);
        Assert.Equal(1, finding.Numbers["quiet_start_hour"]);
        Assert.Contains("none of all 2,880 messages", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Even_activity_has_no_night()
    {
        // One message every 40 minutes, day and night: the quietest six hours hold a quarter.
        var log = new MessageLogBuilder { TimeBasis = TimeBasis.LocalUnknown };
        int a = log.Actor("a"), b = log.Actor("b");
        for (var i = 0; i < 1000; i++) log.Add(new MessageRecord { SentAt = i * 2_400_000L, Sender = i % 2 == 0 ? a : b, Recipients = [i % 2 == 0 ? b : a] });
        Assert.Equal(Certainty.CannotTell, DayAndNightFinding.Of(new Evidence(Lens.None.Observe(log.Build()))).Certainty);
    }

    [Fact]
    public void Two_messages_lead_to_no_finding_and_a_headline_that_is_true_of_any()
    {
        var model = ReportModel.From(SampleReports.Input(Logs.Random(1, actors: 2, messages: 2)));
        Assert.All(model.Findings.Append(model.Reach), f => Assert.Equal(Certainty.CannotTell, f.Certainty));
        Assert.Equal("Encrypted or not, the operator holds who wrote to whom, and when.", model.Headline);
    }

    [Fact]
    public void A_report_without_messages_says_that_it_cannot_tell()
    {
        var log = new MessageLogBuilder();
        var model = ReportModel.From(SampleReports.Input(log.Build()));
        Assert.All(model.Findings.Append(model.Reach), f => Assert.Equal(Certainty.CannotTell, f.Certainty));
    }

    [Theory]
    [InlineData(TimeBasis.Relative)]
    [InlineData(TimeBasis.LocalUnknown)]
    public void Without_true_instants_nobody_is_placed_on_earth(TimeBasis basis)
    {
        var log = new MessageLogBuilder { TimeBasis = basis };
        int a = log.Actor("a"), b = log.Actor("b");
        for (var i = 0; i < 500; i++) log.Add(new MessageRecord { SentAt = i * 3_000_000L, Sender = a, Recipients = [b] });
        Assert.Equal(Certainty.CannotTell, WhereOnEarthFinding.Of(new Evidence(Lens.None.Observe(log.Build()))).Certainty);
    }

    [Fact]
    public void The_lead_is_the_most_surprising_finding_that_is_at_least_likely()
    {
        var model = ReportModel.From(SampleReports.Population());
        Assert.True(model.Lead.Certainty >= Certainty.Likely);
        Assert.Equal(model.Findings.Append(model.Reach).Where(f => f.Certainty >= Certainty.Likely).Max(f => f.Surprise), model.Lead.Surprise);
    }

    [Fact]
    public void Only_a_report_for_oneself_names_people()
    {
        var population = ReportModel.From(SampleReports.Population());
        Assert.DoesNotMatch(@"\ba\d+\b", string.Join(' ', population.Pictures.SelectMany(p => p.Table.Rows).SelectMany(r => r)));
        Assert.Contains("Ben", ReportModel.From(SampleReports.OwnExport()).ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6_400)]
    [InlineData(7_000)]
    public void Invented_names_are_all_different_and_the_same_again(int count)
    {
        var names = InventedNames.For(count, seed: 3);
        Assert.Equal(count, names.Distinct().Count());
        Assert.Equal(names, InventedNames.For(count, seed: 3));
    }

    [Fact]
    public void The_backbone_of_a_star_with_one_heavy_tie_begins_with_it()
    {
        // By hand: the middle has 4 contacts and 103 messages; P(share ≥ 100/103) = (3/103)³ is the least.
        List<(string, string, long)> messages = [.. Enumerable.Range(0, 100).Select(i => ("middle", "heavy", (long)i)), ("middle", "x", 1), ("middle", "y", 2), ("middle", "z", 3)];
        var seen = Logs.Seen([.. messages]);
        var first = Backbone.Of(GraphBuilderOf(seen), most: 1).Single();
        Assert.Equal(100, first.Messages);

        static Graphs.CommunicationGraph GraphBuilderOf(Observation seen) => Graphs.GraphBuilder.Undirected(seen);
    }

    [Theory]
    [InlineData(0, "0\u00a0%")]
    [InlineData(0.0004, "under 0.1\u00a0%")]
    [InlineData(0.086, "8.6\u00a0%")]
    [InlineData(0.22, "22\u00a0%")]
    [InlineData(0.9996, "99.9\u00a0%")]
    [InlineData(1, "100\u00a0%")]
    [InlineData(double.NaN, "–")]
    public void A_share_never_reads_as_nothing_or_all_when_it_is_neither(double share, string expected) => Assert.Equal(expected, Language.English.Figures.Percent(share));


    // By hand: of three records one names its recipients, one has those who spoke, one nobody.
    [Fact]
    public void How_far_it_is_known_who_received_is_said()
    {
        var log = new MessageLogBuilder();
        foreach (var basis in (RecipientBasis[])[RecipientBasis.Exact, RecipientBasis.SpeakersOnly, RecipientBasis.Unknown])
            log.Add(new MessageRecord { SentAt = log.Count * 1000, Sender = log.Actor("a"), Recipients = basis == RecipientBasis.Unknown ? [] : [log.Actor("b")], Traits = new MessageTraits(basis) });
        var made = log.Build();
        Assert.Equal("Not every one of the 3 records names who received: for 1 they are those who ever spoke in the chat, so that silent members are missing; for 1 nobody knows them.",
            ReportSubject.Of(made, new Evidence(Lens.None.Observe(made))).RecipientsInWords);
        var exact = Logs.Random(1);
        Assert.Equal("", ReportSubject.Of(exact, new Evidence(Lens.None.Observe(exact))).RecipientsInWords);
    }
}
