using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Matrix;

/// <summary>Element's room export, made by hand after its writer: there is no public sample.</summary>
public class MatrixFormatTests
{
    static string Room(params string[] events) => $$"""{"room_name": "Tea", "room_creator": "Ada", "topic": "", "export_date": "x", "exported_by": "Ada", "messages": [{{string.Join(',', events)}}]}""";

    static string Event(int second, string sender, string type, string content, string stateKey = "") =>
        $$"""{"type": "{{type}}", "sender": "@{{sender}}:x", {{(stateKey.Length > 0 ? $"\"state_key\": \"@{stateKey}:x\"," : "")}} "content": {{content}}, "origin_server_ts": {{1700000000000 + (second * 1000)}}, "event_id": "$e{{second}}", "room_id": "!r:x"}""";

    const string Text = """{"msgtype": "m.text", "body": "hé"}""";

    [Fact]
    public void Recipients_are_the_members_at_each_message()
    {
        var (log, report) = Imports.Text("export.json", Room(
            Event(0, "ada", "m.room.create", "{}"),
            Event(1, "ada", "m.room.member", """{"membership": "join"}""", "ada"),
            Event(2, "bob", "m.room.member", """{"membership": "join"}""", "bob"),
            Event(3, "ada", "m.room.message", Text),
            Event(4, "cyd", "m.room.member", """{"membership": "join"}""", "cyd"),
            Event(5, "bob", "m.room.message", """{"msgtype": "m.image", "body": "a.png", "info": {"size": 1000}}"""),
            Event(6, "bob", "m.room.member", """{"membership": "leave"}""", "bob"),
            Event(7, "ada", "m.reaction", "{}"),
            Event(8, "cyd", "m.room.encrypted", """{"ciphertext": "abcd", "algorithm": "m.megolm.v1.aes-sha2"}"""),
            Event(8, "cyd", "m.room.encrypted", "{}")));
        Assert.Equal(
        [
            "2023-11-14T22:13:21Z @ada:x →  (Membership, -1)",
            "2023-11-14T22:13:22Z @bob:x → @ada:x (Membership, -1)",
            "2023-11-14T22:13:23Z @ada:x → @bob:x (Text, 3)",
            "2023-11-14T22:13:24Z @cyd:x → @ada:x, @bob:x (Membership, -1)",
            "2023-11-14T22:13:25Z @bob:x → @ada:x, @cyd:x (Photo, 1005)",
            "2023-11-14T22:13:26Z @bob:x → @ada:x, @cyd:x (Membership, -1)",
            "2023-11-14T22:13:27Z @ada:x → @cyd:x (Reaction, -1)",
            "2023-11-14T22:13:28Z @cyd:x → @ada:x (Unspecified, 4)",
        ], Imports.Lines(log));
        Assert.Equal(RecipientBasis.Exact, log.Traits[2].RecipientBasis);
        Assert.Equal(1, report.Skipped["copies of an event already read"]);
    }

    [Fact]
    public void A_room_without_its_beginning_is_known_by_who_spoke_or_came()
    {
        var (log, _) = Imports.Text("export.json", Room(Event(1, "ada", "m.room.message", Text), Event(2, "bob", "m.room.member", """{"membership": "join"}""", "bob")));
        Assert.Equal("2023-11-14T22:13:21Z @ada:x → @bob:x (Text, 3)", Imports.Lines(log)[0]);
        Assert.Equal(RecipientBasis.SpeakersOnly, log.Traits[0].RecipientBasis);
    }

    [Fact]
    public void An_export_cut_short_gives_its_good_part_and_one_rejection()
    {
        var (log, report) = Imports.Text("export.json", Room(Event(1, "ada", "m.room.message", Text), Event(2, "bob", "m.room.message", Text))[..^60]);
        Assert.Equal((1, 1L), (log.Count, report.Rejected["truncated"]));
    }
}
