using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Xmpp;

/// <summary>XMPP. Source of the expectations: the files, by hand.</summary>
public class XmppFormatTests
{
    [Theory]
    [InlineData("mam_result_example.xml", "1 messages, 2 actors, 1 deliveries, 2018-03-08T11:59:33.346Z to 2018-03-08T11:59:33.346Z, 4 bytes, 0 unknown")]
    // "Hallo!" 6, "Nächste Woche!" 15.
    [InlineData("psi_history_example.history", "2 messages, 2 actors, 2 deliveries, 2009-01-26T18:34:25Z to 2009-01-26T18:42:25Z, 21 bytes, 0 unknown")]
    // "Hallo, wie läuft die Entwicklung von Qronicle?" 47, "Nächste Woche!" 15.
    [InlineData("psi_history_example.xml", "2 messages, 2 actors, 2 deliveries, 2026-02-15T10:30:00Z to 2026-02-15T10:31:05Z, 62 bytes, 0 unknown")]
    public void A_sample_is_read(string name, string expected) =>
        Assert.Equal("xmpp: " + expected, Imports.Summary(Imports.Sample($"xmpp/{name}")));

    [Fact]
    public void The_archive_answers_its_owner()
    {
        var (log, _) = Imports.Sample("xmpp/mam_result_example.xml");
        Assert.Equal(["2018-03-08T11:59:33.346Z aaa@example.net → bbb@example.net (Text, 4)"], Imports.Lines(log));
        Assert.Equal("aaa@example.net", log.Actors.NameOf(log.Owner!.Value));
    }

    static string Result(string message, string stamp = "2024-01-01T00:00:00Z") =>
        $"<message to='me@x.org/phone'><result xmlns='urn:xmpp:mam:2' id='1'><forwarded xmlns='urn:xmpp:forward:0'>{message}<delay xmlns='urn:xmpp:delay' stamp='{stamp}'/></forwarded></result></message>";

    [Fact]
    public void Ciphertext_counts_instead_of_the_hint_that_something_is_encrypted_and_rooms_have_nicknames()
    {
        var xml = Result("<message from='Bob@x.org/a' to='me@x.org'><body>I sent you an OMEMO message</body><encrypted xmlns='eu.siacs.conversations.axolotl'><header sid='1'/><payload>AAAAAAAA</payload></encrypted></message>")
            + Result("<message from='me@x.org/b' to='bob@x.org'><received xmlns='urn:xmpp:receipts' id='1'/></message>", "2024-01-01T00:00:01Z")
            + Result("<message type='groupchat' from='tea@conf.x.org/ada' to='me@x.org'><body>hi</body></message>", "2024-01-01T00:00:02Z")
            + Result("<message type='groupchat' from='tea@conf.x.org/bob' to='me@x.org'><body>ho</body></message>", "2024-01-01T00:00:03Z");
        Assert.Equal(
        [
            "2024-01-01T00:00:00Z bob@x.org → me@x.org (Text, 6)",
            "2024-01-01T00:00:01Z me@x.org → bob@x.org (Receipt, -1)",
            "2024-01-01T00:00:02Z tea@conf.x.org/ada → tea@conf.x.org/bob (Text, 2)",
            "2024-01-01T00:00:03Z tea@conf.x.org/bob → tea@conf.x.org/ada (Text, 2)",
        ], Imports.Lines(Imports.Text("mam.xml", xml).Log));
    }

    [Fact]
    public void An_archive_cut_short_gives_its_good_part_and_one_rejection()
    {
        var whole = Result("<message from='bob@x.org' to='me@x.org'><body>hi</body></message>");
        var (log, report) = Imports.Text("mam.xml", whole + whole[..120]);
        Assert.Equal((1, 1L), (log.Count, report.Rejected["truncated"]));
    }
}
