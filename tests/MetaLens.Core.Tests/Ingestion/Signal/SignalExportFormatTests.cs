using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Signal;

public class SignalExportFormatTests
{
    // "Hello John!" is 11 bytes; "Hello", a line break and "Jane!" are 11 too. The file ends with a line break.
    [Fact]
    public void The_older_form_has_no_seconds_and_a_comma()
    {
        var read = Imports.Sample("signal/joweich_chat-miner__test_signal_test_export.txt");
        Assert.Equal("signal-export: 2 messages, 2 actors, 2 deliveries, 2019-12-24T12:23:00Z to 2020-01-17T21:49:00Z, 22 bytes, 0 unknown", Imports.Summary(read));
        Assert.Equal(TimeBasis.LocalUnknown, read.Log.TimeBasis);
    }

    [Fact]
    public void A_folder_of_chats_is_read_with_its_media_and_the_owner_is_in_each()
    {
        var (log, _) = Imports.Folder(new ReadOptions { Me = ["Ada"], TimeZone = DateTimeZone.ForOffset(Offset.FromHours(2)) },
            ("Kim/chat.md", "[2022-05-01 12:30:00] Me: hi ![pic](./media/a.jpg)\n\n[2022-05-01 12:31:00] Kim: line one\nline two\n> a quote\n(- Me: 👍 -)\n"),
            ("Kim/media/a.jpg", "12345"),
            ("Lee/chat.md", "[2022-05-02 08:00:00] Lee: ho\n"));
        // The picture beside the chat is 5 bytes, "hi" 2; "line one", a break and "line two" are 17.
        Assert.Equal(["2022-05-01T10:30:00Z Ada → Kim (Text, 7)", "2022-05-01T10:31:00Z Kim → Ada (Text, 17)", "2022-05-02T06:00:00Z Lee → Ada (Text, 2)"], Imports.Lines(log));
        Assert.Equal((TimeBasis.Utc, "Ada"), (log.TimeBasis, log.Actors.NameOf(log.Owner!.Value)));
    }

    [Fact]
    public void Data_are_preferred_to_the_text_of_the_same_chat()
    {
        var (log, report) = Imports.Folder(null,
            ("Kim/chat.md", "[2022-05-01 12:30:00] Kim: hi\n"),
            ("Kim/data.json", """{"date": "2022-05-01T12:30:05", "sender": "Kim", "body": "hi", "quote": "", "sticker": "", "reactions": [], "attachments": []}""" + "\n" + """{"date": "20"""));
        Assert.Equal(["2022-05-01T12:30:05Z Kim →  (Text, 2)"], Imports.Lines(log));
        Assert.Equal(1, report.Rejected["truncated"]);
    }

    [Fact]
    public void The_forms_of_WhatsApp_are_not_this_one()
    {
        foreach (var (name, line) in ((string, string)[])[("chat.txt", "[2022-05-01, 12:30:00] Kim: hi\n"), ("chat.txt", "[2022-05-01 12:30:00] Kim: hi\n")])
        {
            using var source = Source.Of(name, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(line)));
            Assert.Empty(MessageFormats.Find("signal-export")!.Recognize(source));
        }
    }
}
