using MetaLens.Messages;
using MetaLens.Reports.Publication;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Reports.Tests.Publication;

/// <summary>Nobody stands alone in what is published.</summary>
public class PublishedRecordsTests
{
    [Fact]
    public void Times_stand_on_their_step_and_no_step_has_fewer_than_five_people()
    {
        var published = PublishedRecords.Of(Logs.Random(5, actors: 60, messages: 3000), seed: 1);
        var step = (long)published.Step.TotalMilliseconds;
        Assert.True(published.Before > PublishedRecords.Bound);
        Assert.False(published.After > PublishedRecords.Bound);
        Assert.Equal(3000, published.Log.Count + published.MessagesLeftOut);
        for (var m = 0; m < published.Log.Count; m++) Assert.Equal(0, published.Log.SentAt[m] % step);
        foreach (var (_, people) in ActiveBy(published.Log)) Assert.True(people.Count >= PublishedRecords.SmallestGroup);
    }

    static Dictionary<long, HashSet<int>> ActiveBy(MessageLog log)
    {
        var active = new Dictionary<long, HashSet<int>>();
        for (var m = 0; m < log.Count; m++)
        {
            if (!active.TryGetValue(log.SentAt[m], out var people)) active[log.SentAt[m]] = people = [];
            people.Add(log.Sender[m]);
            people.UnionWith(log.RecipientsOf(m).ToArray());
        }
        return active;
    }

    [Fact]
    public void Of_few_people_nothing_is_published() => Assert.Throws<ArgumentException>(() => PublishedRecords.Of(Logs.Random(1, actors: 12, messages: 500), seed: 0));

    [Fact]
    public void Nothing_is_said_of_fewer_than_five_people_nor_of_who_is_in_contact_with_whom()
    {
        var input = SampleReports.Population();
        var published = PublishedRecords.Of(input.Log, seed: 1);
        var model = ReportModel.From(input with { Published = published });
        foreach (var (name, value) in model.Findings.Append(model.Reach).SelectMany(f => f.Numbers).Where(n => n.Key.StartsWith("people", StringComparison.Ordinal) && n.Value != 0))
            Assert.True(value >= PublishedRecords.SmallestGroup, $"{name}: {value}");
        Assert.InRange(Assert.Single(model.BeforeAfter!.Rows, r => r.Id == "closest").BeforeValue, 0, 1);
        // By hand over the degrees: those that occur once.
        var contacts = new Dictionary<int, HashSet<int>>();
        for (var m = 0; m < input.Log.Count; m++)
        {
            if (input.Log.Kind[m] is MessageKind.Reaction or MessageKind.Receipt or MessageKind.Membership) continue;
            foreach (var to in input.Log.RecipientsOf(m))
            {
                if (to == input.Log.Sender[m]) continue;
                foreach (var (a, b) in ((int, int)[])[(input.Log.Sender[m], to), (to, input.Log.Sender[m])])
                {
                    if (!contacts.TryGetValue(a, out var set)) contacts[a] = set = [];
                    set.Add(b);
                }
            }
        }
        Assert.Equal(contacts.Values.CountBy(c => c.Count).Count(c => c.Value == 1) / (double)contacts.Count, published.AloneByContacts, 9);
        Assert.Contains(published.Changes(MetaLens.Reports.Languages.Language.English), c => c.Contains("who is in contact with whom", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_of_more_than_a_day_is_not_called_a_day()
    {
        var input = SampleReports.Population();
        var published = PublishedRecords.Of(input.Log, seed: 1);
        var turning = Assert.Single(ReportModel.From(input with { Published = published }).Findings, f => f.Id == "turning-points");
        if (published.Step.TotalDays > 1) Assert.DoesNotContain("busiest day", turning.Sentence, StringComparison.Ordinal);
        else Assert.Contains("busiest day", turning.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_report_shows_nobody_alone_and_says_what_was_changed()
    {
        var input = SampleReports.Population();
        var model = ReportModel.From(input with { Published = PublishedRecords.Of(input.Log, seed: 1) });
        Assert.DoesNotContain(model.Pictures, p => p.ShowsPeople);
        Assert.All(model.Findings, f => Assert.Empty(f.Moments));
        Assert.Contains("\"unicity_before\"", model.ToJson(), StringComparison.Ordinal);
        Assert.Equal(0, model.Subject.First % (long)model.Published!.Step.TotalMilliseconds);
        Assert.DoesNotMatch(@"\ba\d+\b", model.ToJson());
    }
}
