using MetaLens.Analyzers.Centrality;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers.Centrality;

public class RoleTableTests
{
    [Fact]
    public void Who_writes_to_many_without_answer_broadcasts_who_only_hears_lurks_who_joins_circles_brokers()
    {
        var messages = new List<(string, string, long)>();
        void Write(string from, string to) => messages.Add((from, to, 100L * messages.Count));
        // The newsletter writes to twelve and hears from one; the lurker hears twenty times and answers once.
        for (var reader = 0; reader < 12; reader++) Write("newsletter", $"r{reader}");
        Write("r0", "newsletter");
        for (var i = 0; i < 20; i++) Write("r1", "lurker");
        Write("lurker", "r1");
        // Two circles of five, and one person between them.
        foreach (var circle in "xy")
            for (var a = 0; a < 5; a++)
                for (var b = 0; b < 5; b++)
                    if (a != b) Write($"{circle}{a}", $"{circle}{b}");
        foreach (var friend in (string[])["x0", "x1", "y0", "y1"])
        {
            Write("between", friend);
            Write(friend, "between");
        }
        var seen = Logs.Seen([.. messages]);
        var roles = RoleTable.Of(seen, 10, 0, TestContext.Current.CancellationToken).ToDictionary(r => seen.NameOf(r.Party));
        Assert.Equal(CommunicationRole.Broadcaster, roles["newsletter"].Role);
        Assert.Equal(1.0 / 12, roles["newsletter"].AnsweredBy!.Value, 1e-12);
        Assert.Equal(CommunicationRole.Lurker, roles["lurker"].Role);
        Assert.Equal((1, 20), (roles["lurker"].Sent, roles["lurker"].Received));
        Assert.Equal(CommunicationRole.Broker, roles["between"].Role);
        // By hand: half of its messages into either circle, whichever circle it is counted with.
        Assert.InRange(roles["between"].Participation!.Value, 0.5, 0.5001);
        Assert.Equal(CommunicationRole.Member, roles["x3"].Role);
    }

    [Fact]
    public void Nobody_one_and_only_notes_to_oneself_have_roles_too()
    {
        Assert.Empty(RoleTable.Of(Logs.Seen(), 10, 0, TestContext.Current.CancellationToken));
        var alone = Assert.Single(RoleTable.Of(Logs.Seen(("a", "a", 1)), 10, 0, TestContext.Current.CancellationToken));
        Assert.Equal((1, 0, CommunicationRole.Member), (alone.Sent, alone.Received, alone.Role));
        Assert.Null(alone.AnsweredBy);
        Assert.Null(alone.RecipientsOfMessage);
    }
}
