using System.Text;
using MetaLens.Ingestion;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion;

/// <summary>What exports of 2024 to 2026 hold besides plain messages. The fields are those that formats.md lists; what each must give was worked out by hand.</summary>
public class RecentExportsTests
{
    [Fact]
    public void Instagram_of_2025_has_fields_that_say_nothing_and_threads_of_all_folders()
    {
        const string Root = "instagram-ann-2025-06-01-abc/your_instagram_activity/messages/";
        var (log, report) = Exports.ReadFolder(null,
            (Root + "inbox/bob_17842/message_1.json", """
                {"participants":[{"name":"Bob \u00e2\u009d\u00a4"},{"name":"Ann"}],"messages":[
                {"sender_name":"Ann","timestamp_ms":1700000005000,"content":"Liked a message","is_geoblocked_for_viewer":false,"is_unsent_image_by_messenger_kid_parent":false},
                {"sender_name":"Bob \u00e2\u009d\u00a4","timestamp_ms":1700000004000,"ig_payment":{"amount":1},"content":"paid","bumped_message_metadata":{"bumped_message":"x","is_bumped":true}},
                {"sender_name":"Bob \u00e2\u009d\u00a4","timestamp_ms":1700000003000,"share":{"link":"https://x.org/p/1","share_text":"caf\u00c3\u00a9","original_content_owner":"z"},"reactions":[{"reaction":"\u00e2\u009d\u00a4","actor":"Ann","timestamp":1700000009}]},
                {"sender_name":"Ann","timestamp_ms":1700000002000,"call_duration":0,"content":"Ann started a video chat"},
                {"sender_name":"Ann","timestamp_ms":1700000001000,"is_unsent":true},
                {"sender_name":"Ann","timestamp_ms":1700000000000,"content":"caf\u00c3\u00a9 \u00f0\u009f\u0098\u0082","photos":[{"uri":"your_instagram_activity/messages/inbox/bob_17842/photos/1.jpg","creation_timestamp":1700000000}]}
                ],"title":"Bob","is_still_participant":true,"thread_path":"inbox/bob_17842","magic_words":[]}
                """),
            (Root + "inbox/bob_17842/photos/1.jpg", new string('x', 100)),
            (Root + "message_requests/instagramuser_9/message_1.json", """{"participants":[{"name":"Instagram User"},{"name":"Ann"}],"messages":[{"sender_name":"Instagram User","timestamp_ms":1700000010000,"content":"hey"}],"title":"Instagram User"}"""),
            (Root + "inbox/club_1/messa.json", """{"participants":[{"name":"Bob \u00e2\u009d\u00a4"},{"name":"Cy"},{"name":"Ann"}],"messages":[{"sender_name":"Gone","timestamp_ms":1700000011000,"content":"bye"}],"title":"Club","joinable_mode":{"mode":1,"link":""}}"""),
            ("instagram-ann-2025-06-01-abc/your_instagram_activity/likes/liked_posts.json", """{"likes_media_likes":[]}"""));
        Assert.Equal(
            [
                "Ann > Bob ❤: Photo 110", "Ann > Bob ❤: Text -1", "Ann > Bob ❤: Call -1", "Bob ❤ > Ann: Text 17", "Bob ❤ > Ann: Text 4", "Ann > Bob ❤: Reaction 15", "Ann > Bob ❤: Reaction 3",
                "Instagram User (instagramuser_9) > Ann: Text 3", "Gone > Ann, Bob ❤, Cy: Text 3",
            ], Exports.Lines(log));
        Assert.Equal(("Ann", 0L, "instagram"), (log.Actors.NameOf(log.Owner!.Value), report.RejectedTotal, report.Files[0].Format));
    }

    [Fact]
    public void Telegram_of_2025_has_deleted_accounts_topics_and_reactions_with_a_time()
    {
        var (log, report) = Exports.ReadFile("result.json", """
            {"name":"Club","type":"private_supergroup","id":77,"messages":[
            {"id":1,"type":"service","date":"2024-01-01T10:00:00","date_unixtime":"1704099600","actor":"Ann","actor_id":"user1","action":"topic_created","title":"x","text":"","text_entities":[]},
            {"id":2,"type":"message","date":"2024-01-01T10:00:01","date_unixtime":"1704099601","from":null,"from_id":"user2","text":"hi","text_entities":[{"type":"plain","text":"hi"}]},
            {"id":3,"type":"message","date":"2024-01-01T10:00:02","date_unixtime":"1704099602","from":"Ann","from_id":"user1","forwarded_from":"Zoe","reply_to_message_id":1,"text":["see ",{"type":"link","text":"https://x.org"},""],"text_entities":[]},
            {"id":4,"type":"message","date":"2024-01-01T10:00:03","date_unixtime":"1704099603","edited":"2024-01-01T10:05:00","edited_unixtime":"1704099900","from":"Ann","from_id":"user1","file":"(File not included. Change data exporting settings to download.)","file_name":"a.ogg","file_size":500,"media_type":"voice_message","mime_type":"audio/ogg","duration_seconds":3,"text":"","text_entities":[],"reactions":[{"type":"emoji","count":1,"emoji":"👍","recent":[{"from":"Bob","from_id":"user3","date":"2024-01-01T10:05:00"}]},{"type":"paid","count":2}]},
            {"id":5,"type":"message","date":"2024-01-01T10:00:04","date_unixtime":"1704099604","from":"Bob","from_id":"user3","photo":"(File exceeds maximum size. Change data exporting settings to download.)","photo_file_size":900,"width":1,"height":1,"text":"\x0Fok","text_entities":[]},
            {"id":6,"type":"unsupported"},
            {"id":7,"type":"message","date":"2024-01-01T10:00:05","date_unixtime":"1704099605","from":"Club","from_id":"channel77","author":"Bob","text":"as the group","text_entities":[]}
            ]}
            """);
        Assert.Equal(
            ["user2 > Ann, Bob, Club: Text 2", "Ann > Bob, Club, user2: Text 17", "Ann > Bob, Club, user2: Voice 500", "Bob > Ann, Club, user2: Photo 903", "Club > Ann, Bob, user2: Text 12", "Bob > Ann, Club, user2: Reaction 4"],
            Exports.Lines(log));
        Assert.Equal((0L, 2L, 2L), (report.RejectedTotal, report.Skipped["service entries"], report.Skipped["reactions without a time"]));
    }

    [Fact]
    public void WhatsApp_of_an_iPhone_in_2025_marks_its_own_words_and_writes_narrow_blanks()
    {
        var lines = """
            [1/31/25, 9:05:07~PM] Club: ^Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them.
            ^[1/31/25, 9:05:08~PM] ~ Cy: ^image omitted
            [1/31/25, 9:06:00~PM] Ann: fine ^<This message was edited>
            ^[1/31/25, 9:06:01~PM] Ann: ^Voice call. ^12 min
            ^[1/31/25, 9:06:02~PM] Bob: ^POLL:
            Where?
            ^OPTION: Here (1 vote)
            ^[1/31/25, 9:06:03~PM] Bob: Plan.pdf • ^2 pages ^document omitted
            ^[1/31/25, 9:06:04~PM] Bob: ^This message was deleted.
            [2/1/25, 12:00:00~AM] ^~ Cy: happy February
            ^[2/1/25, 12:00:01~AM] Bob: ^Bob added +1 (555) 010-0000
            """.Replace('~', '\u202F').Replace("\u202F Cy", "~\u202FCy").Replace('^', '\u200E').ReplaceLineEndings("\r\n");
        var (log, report) = Exports.ReadZip("WhatsApp Chat - Club.zip", null, ("_chat.txt", Encoding.UTF8.GetBytes(lines)));
        Assert.Equal(
            [
                "~ Cy > +1 (555) 010-0000, Ann, Bob: Photo -1", "Ann > +1 (555) 010-0000, Bob, ~ Cy: Text 4", "Ann > +1 (555) 010-0000, Bob, ~ Cy: Call -1", "Bob > +1 (555) 010-0000, Ann, ~ Cy: File 34",
                "Bob > +1 (555) 010-0000, Ann, ~ Cy: File -1", "Bob > +1 (555) 010-0000, Ann, ~ Cy: Text -1", "~ Cy > +1 (555) 010-0000, Ann, Bob: Text 14", "Bob > +1 (555) 010-0000, Ann, ~ Cy: Membership -1",
            ], Exports.Lines(log));
        Assert.Equal(0, report.RejectedTotal);
    }

    [Fact]
    public void A_group_of_SMS_names_its_members_with_tildes_and_the_owner_by_a_token()
    {
        var (log, _) = Exports.ReadFile("sms.xml", """
            <smses count="2"><mms date="1700000000000" msg_box="1" address="+15550001~+15550002" m_type="132" sub="null"><parts><part seq="0" ct="text/plain" text="hello" /></parts><addrs><addr address="+15550001" type="137" charset="106" /><addr address="+15550002" type="151" /><addr address="insert-address-token" type="151" /></addrs></mms>
            <sms address="+1 (555) 0003" date="1700000001000" type="1" body="null" /><sms address="+15550003" date="1700000002000" type="5" body="x" /></smses>
            """);
        Assert.Equal(["+15550001 > +15550002, Me: Text 5", "+15550003 > Me: Text 0"], Exports.Lines(log));
    }

    [Fact]
    public void Slack_has_huddles_threads_and_bots()
    {
        var (log, report) = Exports.ReadFolder(null,
            ("users.json", """[{"id":"U1","name":"ann"},{"id":"U2","name":"bob"}]"""), ("channels.json", """[{"id":"C1","name":"general","members":["U1","U2"]}]"""),
            ("general/2025-01-01.json", """
                [{"type":"message","subtype":"huddle_thread","user":"U1","text":"A huddle started","ts":"1735725600.000100","room":{"id":"R1","participant_history":["U1","U2"]},"channel":"C1"},
                {"type":"message","user":"U2","text":"a &amp; b <@U1>","ts":"1735725601.000200","thread_ts":"1735725600.000100","reactions":[{"name":"+1","users":["U1"],"count":1}]},
                {"type":"message","subtype":"bot_message","bot_id":"B1","text":"build ok","ts":"1735725602.000300"}]
                """));
        Assert.Equal(["ann > bob: Call -1", "bob > ann: Text 11", "B1 > ann, bob: Text 8"], Exports.Lines(log));
        Assert.Equal(0, report.RejectedTotal);
    }

    [Fact]
    public void Matrix_events_that_could_not_be_decrypted_have_the_size_of_their_ciphertext()
    {
        var (log, _) = Exports.ReadFile("export.json", """
            {"room_name":"Team","room_creator":"@a:x","messages":[
            {"type":"m.room.member","sender":"@a:x","state_key":"@a:x","origin_server_ts":1700000000000,"content":{"membership":"join"}},
            {"type":"m.room.member","sender":"@b:x","state_key":"@b:x","origin_server_ts":1700000001000,"content":{"membership":"join"}},
            {"type":"m.room.encrypted","sender":"@b:x","origin_server_ts":1700000002000,"content":{"algorithm":"m.megolm.v1.aes-sha2","ciphertext":"AAAABBBB","session_id":"s","device_id":"D"},"event_id":"$1"}]}
            """);
        Assert.Equal("@b:x > @a:x: Unspecified 8", Exports.Lines(log)[^1]);
    }
}
