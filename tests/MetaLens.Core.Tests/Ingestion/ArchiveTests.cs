using System.IO.Compression;
using System.Text;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion;

/// <summary>Archives are not trusted: what they unpack to is limited, and nothing of them is written anywhere.</summary>
public sealed class ArchiveTests : IDisposable
{
    const string Chat = "30/12/23, 17:46 - Al: x\n30/12/23, 17:47 - Bo: y\n";

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("metalens-");

    [Fact]
    public void A_file_that_unpacks_to_far_more_than_it_takes_is_named()
    {
        var bomb = Zip(("WhatsApp Chat with Bo.txt", Chat + new string(' ', 40 << 20)));
        var refused = Assert.Throws<MessageFormatException>(() => Read(bomb, new ArchiveLimits()));
        Assert.Contains("250 times its size", refused.Message);
        Assert.Equal(2, Read(bomb, new ArchiveLimits(MaxRatio: 100_000)).Log.Count);
    }

    [Fact]
    public void What_all_files_unpack_to_and_their_number_are_limited()
    {
        var zip = Zip(("a/WhatsApp Chat with Bo.txt", Chat), ("b/WhatsApp Chat with Cy.txt", Chat.Replace("Bo", "Cy", StringComparison.Ordinal)));
        Assert.Contains("over 60 bytes", Assert.Throws<MessageFormatException>(() => Read(zip, new ArchiveLimits(MaxTotalBytes: 60))).Message);
        Assert.Contains("2 entries", Assert.Throws<MessageFormatException>(() => Read(zip, new ArchiveLimits(MaxEntries: 1))).Message);
    }

    [Fact]
    public void A_path_that_climbs_out_is_not_taken_and_nothing_is_written()
    {
        var zip = Zip(("../../WhatsApp Chat with Eve.txt", Chat), ("/WhatsApp Chat with Eve.txt", Chat), ("..\\WhatsApp Chat with Eve.txt", Chat), ("WhatsApp Chat with Bo.txt", Chat));
        var (log, _) = Read(zip, new ArchiveLimits());
        Assert.Equal((2, "Bo"), (log.Count, log.ConversationNames[0]));
        Assert.Equal([zip], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void An_archive_inside_an_archive_is_not_opened_and_is_said_so()
    {
        var inner = File.ReadAllBytes(Zip(("WhatsApp Chat with Bo.txt", Chat)));
        var path = Path.Combine(_folder.FullName, "outer.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using (var entry = zip.CreateEntry("WhatsApp Chat with Cy.txt").Open()) entry.Write(Encoding.UTF8.GetBytes(Chat));
            using (var entry = zip.CreateEntry("inner.zip").Open()) entry.Write(inner);
        }
        var (log, report) = Read(path, new ArchiveLimits());
        Assert.Equal(2, log.Count);
        Assert.Contains(report.Notes, note => note.Contains("inner.zip", StringComparison.Ordinal));
    }

    [Fact]
    public void Entities_of_a_DTD_are_not_expanded()
    {
        const string Laughs = "<!DOCTYPE smses [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><smses><sms address=\"1\" date=\"1700000000000\" type=\"1\" body=\"x\"/><sms address=\"2\" date=\"1700000000000\" type=\"1\" body=\"&b;\"/></smses>";
        var (log, report) = Exports.ReadFile("sms.xml", Laughs);
        Assert.Equal((1, 1L), (log.Count, report.RejectedTotal));
    }

    [Fact]
    public void JSON_nested_without_end_is_a_break()
    {
        var deep = """{"participants":[{"name":"A"},{"name":"B"}],"messages":[{"sender_name":"A","timestamp_ms":1700000000000,"content":"x"},""" + new string('[', 100_000);
        var (log, report) = Exports.ReadFile("messages/inbox/b_1/message_1.json", deep);
        Assert.Equal((1, 1L), (log.Count, report.RejectedTotal));
    }

    static (MessageLog Log, IngestionReport Report) Read(string path, ArchiveLimits limits)
    {
        using var source = Source.Open(path, limits);
        return MessageReader.Read([source], new ReadOptions());
    }

    string Zip(params (string Path, string Text)[] files)
    {
        var path = Path.Combine(_folder.FullName, "export.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in files)
            using (var entry = zip.CreateEntry(name).Open()) entry.Write(Encoding.UTF8.GetBytes(text));
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
