using MetaLens.Lenses;
using MetaLens.Messages;
using MetaLens.Reports.Findings;
using Xunit;

namespace MetaLens.Reports.Tests;

/// <summary>The end of encryption, told on a log.</summary>
public class BeforeAfterTests
{
    [Fact]
    public void Only_content_and_kind_change_when_encryption_ends()
    {
        var log = new MessageLogBuilder { Owner = "Ada" };
        int ada = log.Actor("Ada"), ben = log.Actor("Ben"), eve = log.Actor("Eve");
        for (var i = 0; i < 120; i++)
            log.Add(new MessageRecord { SentAt = 1_700_000_000_000 + (i * 7_200_000L), Sender = i % 3 == 0 ? ada : ben, Recipients = [i % 3 != 0 ? ada : i % 6 == 0 ? eve : ben], Kind = MessageKind.Text, Size = 40 });
        var built = log.Build();
        var story = BeforeAfter.Of(built, new Evidence(Lens.None.Observe(built)))!;
        Assert.Equal(["readable", "kinds"], story.Rows.Where(r => r.Changes).Select(r => r.Id));
        // By hand: 80 messages from Ben, 20 to him; 20 to Eve.
        Assert.Equal("Ben (100 messages)", story.Rows.Single(r => r.Id == "closest").After);
        Assert.Equal((0, 120), (story.Rows[0].BeforeValue, story.Rows[0].AfterValue));
        Assert.Contains("your 2 contacts", story.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_without_messages_has_no_story()
    {
        var log = new MessageLogBuilder().Build();
        Assert.Null(BeforeAfter.Of(log, new Evidence(Lens.None.Observe(log))));
    }
}
