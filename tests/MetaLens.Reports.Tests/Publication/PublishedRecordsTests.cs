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
