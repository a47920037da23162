using MetaLens.Ingestion;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion;

/// <summary>Whose export it is, as the caller says.</summary>
public class OwnerTests
{
    static readonly string Thread = """{"participants":[{"name":"Ann Miller"},{"name":"Bob"},{"name":"Chloe"}],"messages":[{"sender_name":"Bob","timestamp_ms":1700000000000,"content":"hi"}],"title":"Club"}""";

    [Theory]
    [InlineData("ann miller")]
    [InlineData("Ann Milelr")]
    [InlineData("Ann")]
    public void A_name_that_nobody_bears_is_asked_again_with_the_nearest_first(string me)
    {
        var asked = Assert.Throws<OwnerUnknownException>(() => Exports.ReadFile("messages/inbox/club_1/message_1.json", Thread, new ReadOptions { Me = [me] }));
        Assert.Equal("Ann Miller", asked.Candidates[0]);
        Assert.Contains("Mend: --me NAME, such as \"Ann Miller\"", asked.Message);
    }

    [Fact]
    public void One_of_several_names_is_enough()
    {
        var (log, _) = Exports.ReadFile("messages/inbox/club_1/message_1.json", Thread, new ReadOptions { Me = ["Annie", "Ann Miller"] });
        Assert.Equal("Ann Miller", log.Actors.NameOf(log.Owner!.Value));
    }

    [Fact]
    public void In_a_chat_of_two_who_both_speak_there_is_no_third()
    {
        const string Chat = "30/12/23, 17:46 - Al: x\n30/12/23, 17:47 - Bo: y\n";
        Assert.Equal(["Al", "Bo"], Assert.Throws<OwnerUnknownException>(() => Exports.ReadFile("WhatsApp Chat with Bo.txt", Chat, new ReadOptions { Me = ["Alice"] })).Candidates);
    }

    [Fact]
    public void Where_the_export_calls_its_owner_Me_any_name_will_do()
    {
        var (log, _) = Exports.ReadFile("sms.xml", "<smses><sms address=\"+491512345678\" date=\"1700000000000\" type=\"2\" body=\"hi\"/></smses>", new ReadOptions { Me = ["Ann"] });
        Assert.Equal("Ann > +491512345678: Text 2", Exports.Lines(log)[0]);
    }
}
