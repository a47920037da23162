using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Reports.Tests;

public class RetentionTests
{
    [Fact]
    public void Each_window_counts_the_messages_of_its_days_back_from_the_last()
    {
        var input = SampleReports.Population();
        var story = ReportModel.From(input).Retention!;
        var last = input.Log.SentAt[^1];
        foreach (var window in story.Windows)
            Assert.Equal(window.Days is { } days ? input.Log.SentAt.ToArray().Count(t => t > last - (days * 86_400_000L)) : input.Log.Count, window.Messages);
        Assert.Null(story.Windows[^1].Days);
        Assert.Equal(story.Windows.OrderBy(w => w.Messages).Select(w => w.Words), story.Windows.Select(w => w.Words));
    }

    [Fact]
    public void A_log_of_an_hour_has_no_section() =>
        Assert.Null(ReportModel.From(SampleReports.Input(Logs.Of(("a", "b", 0), ("b", "a", 60)))).Retention);
}
