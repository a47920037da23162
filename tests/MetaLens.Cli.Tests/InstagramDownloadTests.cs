using System.IO.Compression;
using System.Text;
using Xunit;

namespace MetaLens.Cli.Tests;

/// <summary>A download of Instagram as its user gets it. Counts by hand from the texts below.</summary>
public sealed class InstagramDownloadTests : IDisposable
{
    const string Inbox = "your_instagram_activity/messages/inbox/";
    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Inspect_answers_on_one_screen()
    {
        var zip = Download();
        var run = await Cli.Run("inspect", zip);
        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(1, run.ExitCode);
        Assert.InRange(lines.Length, 10, 24);
        string[] expected =
        [
            "format          Instagram (6 files)",
            "you             Ann Lee",
            "messages        7 (9 deliveries)",
            "actors          5",
            "conversations   4",
            "span            2023-11-14 22:13:20 UTC – 2023-11-14 22:20:00 UTC",
            "sizes           known for 5 of 7 messages (71.4 %)",
            "recipients      taken from who was in the chat when it was exported",
            "also inside     log-ins with address and device (3), contacts of the address book (2): only counted here, but the operator keeps them",
            "rejected        1 truncated: export or download it again; what came before the break is read",
        ];
        Assert.All(expected, line => Assert.Contains(line, lines));
        Assert.Contains("note            2 files hold no messages in a form that MetaLens knows, and were not read: your_instagram_activity/likes/liked_posts.json, your_instagram_activity/messages/secret_conversations.json", lines);
        Assert.Contains("cut_5/message_1.json:@225: field 'json': found its end; expected a complete file. Mend: export or download it again", run.Error);
        Assert.DoesNotContain("203.0.113.7", run.Output + run.Error);
    }

    [Fact]
    public async Task Inspect_as_json_counts_the_records_of_the_account()
    {
        var json = (await Cli.Run("inspect", Download(), "--json")).Json;
        Assert.Equal(3, json.GetProperty("account_records").GetProperty("log-ins with address and device").GetInt32());
        Assert.Equal(0, json.GetProperty("unreadable").GetArrayLength());
    }

    string Download()
    {
        const string ann = "\"participants\":[{\"name\":\"Ann Lee\"},";
        var path = _folder.File("instagram-annlee-2023-11-20-x1Y2z3.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(zip, Inbox + "bob_1/message_1.json", $$"""{{{ann}}{"name":"Bob"}],"messages":[{"sender_name":"Bob","timestamp_ms":1700000060000,"photos":[{"uri":"{{Inbox}}bob_1/photos/1.jpg","creation_timestamp":1700000060}]},{"sender_name":"Ann Lee","timestamp_ms":1700000000000,"content":"hi"}],"thread_path":"inbox/bob_1"}""");
        Add(zip, Inbox + "bob_1/photos/1.jpg", new string('x', 1000));
        Add(zip, Inbox + "trip_2/message_1.json", $$"""{{{ann}}{"name":"Bob"},{"name":"Cid"}],"messages":[{"sender_name":"Cid","timestamp_ms":1700000120000,"content":"who drives?"},{"sender_name":"Ann Lee","timestamp_ms":1700000180000,"share":{"link":"https://www.instagram.com/p/x/"} }],"title":"Trip","thread_path":"inbox/trip_2"}""");
        Add(zip, "your_instagram_activity/messages/message_requests/dee_3/message_1.json", $$"""{{{ann}}{"name":"Dee"}],"messages":[{"sender_name":"Dee","timestamp_ms":1700000240000,"videos":[{"uri":"{{Inbox}}dee_3/videos/gone.mp4"}]}],"thread_path":"message_requests/dee_3"}""");
        Add(zip, Inbox + "cut_5/message_1.json", $$"""{{{ann}}{"name":"Eve"}],"messages":[{"sender_name":"Eve","timestamp_ms":1700000400000,"content":"last"},{"sender_name":"Ann Lee","timestamp_ms":1700000390000,"photos":[{"uri":"elsewhere/2.jpg"}]},{"sender_n""");
        Add(zip, "security_and_login_information/login_and_profile_creation/login_activity.json", """{"account_history_login_history":[{"title":"2023-11-01T10:00:00+00:00","string_map_data":{"IP Address":{"value":"203.0.113.7"}}},{"title":"x"},{"title":"y"}]}""");
        Add(zip, "connections/contacts/synced_contacts.json", """{"contacts_contact_info":[{"string_map_data":{}},{"string_map_data":{}}]}""");
        Add(zip, "your_instagram_activity/likes/liked_posts.json", """{"likes_media_likes":[{"title":"someone"}]}""");
        Add(zip, "media/posts/202311/1.jpg", "xx");
        Add(zip, "your_instagram_activity/messages/secret_conversations.json", """{"ig_secret_conversations":{}}""");
        return path;
    }

    static void Add(ZipArchive zip, string path, string text)
    {
        using var stream = zip.CreateEntry(path).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    public void Dispose() => _folder.Dispose();
}
