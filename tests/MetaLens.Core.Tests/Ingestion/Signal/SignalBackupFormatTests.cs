using System.Text;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Signal;

/// <summary>Signal's own test backups. Source of every expectation: the .txtproto beside each file, read by hand (an edit counts as a message; a pending, skipped or failed copy does not; receipts and reactions count with their own time).</summary>
public class SignalBackupFormatTests
{
    [Theory]
    [InlineData("chat_item_direct_story_reply_with_edits_00", "2 messages, 2 actors, 2 deliveries, 2029-10-27T14:03:04.898Z to 2029-10-27T14:04:15.077Z, 66 bytes, 0 unknown")]
    [InlineData("chat_item_direct_story_reply_with_edits_01", "5 messages, 2 actors, 5 deliveries, 2024-04-12T06:08:58.971Z to 2027-10-30T20:17:43.025Z, 1798771472 bytes, 1 unknown")]
    [InlineData("chat_item_direct_story_reply_with_edits_02", "4 messages, 2 actors, 4 deliveries, 2024-04-12T06:08:58.971Z to 2029-10-27T14:04:15.077Z, 1342510358 bytes, 2 unknown")]
    [InlineData("chat_item_direct_story_reply_with_edits_08", "4 messages, 2 actors, 4 deliveries, 2024-04-12T06:08:58.971Z to 2029-10-27T14:04:15.077Z, 47 bytes, 2 unknown")]
    [InlineData("chat_item_direct_story_reply_with_edits_09", "4 messages, 2 actors, 4 deliveries, 2027-10-30T20:16:32.846Z to 2027-10-30T20:17:43.025Z, 80 bytes, 0 unknown")]
    [InlineData("chat_item_group_call_update_02", "1 messages, 3 actors, 2 deliveries, 2025-02-14T15:17:16.831Z to 2025-02-14T15:17:16.831Z, 0 bytes, 1 unknown")]
    [InlineData("chat_item_group_call_update_03", "1 messages, 3 actors, 2 deliveries, 2022-08-10T17:31:50.755Z to 2022-08-10T17:31:50.755Z, 0 bytes, 1 unknown")]
    [InlineData("chat_item_group_change_chat_update_02", "1 messages, 3 actors, 2 deliveries, 2027-05-17T05:26:08.155Z to 2027-05-17T05:26:08.155Z, 0 bytes, 1 unknown")]
    [InlineData("chat_item_group_change_chat_update_03", "1 messages, 3 actors, 2 deliveries, 2026-04-18T05:46:50.91Z to 2026-04-18T05:46:50.91Z, 0 bytes, 1 unknown")]
    [InlineData("chat_item_group_change_chat_update_04", "1 messages, 3 actors, 2 deliveries, 2027-05-17T05:26:08.155Z to 2027-05-17T05:26:08.155Z, 0 bytes, 1 unknown")]
    [InlineData("chat_item_group_change_chat_update_05", "1 messages, 3 actors, 2 deliveries, 2026-04-18T05:46:50.91Z to 2026-04-18T05:46:50.91Z, 0 bytes, 1 unknown")]
    [InlineData("chat_item_individual_call_update_00", "1 messages, 2 actors, 1 deliveries, 2025-02-14T15:17:16.831Z to 2025-02-14T15:17:16.831Z, 0 bytes, 1 unknown")]
    [InlineData("chat_item_individual_call_update_01", "1 messages, 2 actors, 1 deliveries, 2022-08-10T17:31:50.755Z to 2022-08-10T17:31:50.755Z, 0 bytes, 1 unknown")]
    [InlineData("chat_item_individual_call_update_03", "1 messages, 2 actors, 1 deliveries, 2022-08-10T17:31:50.755Z to 2022-08-10T17:31:50.755Z, 0 bytes, 1 unknown")]
    [InlineData("chat_item_pin_message_01", "1 messages, 2 actors, 1 deliveries, 2023-10-01T18:12:37.711Z to 2023-10-01T18:12:37.711Z, 0 bytes, 1 unknown")]
    [InlineData("chat_item_remote_delete_00", "1 messages, 2 actors, 1 deliveries, 2027-06-16T18:12:55.912Z to 2027-06-16T18:12:55.912Z, 0 bytes, 1 unknown")]
    [InlineData("chat_item_standard_message_group_text_only_01", "1 messages, 4 actors, 3 deliveries, 2026-01-22T09:09:41.931Z to 2026-01-22T09:09:41.931Z, 47 bytes, 0 unknown")]
    [InlineData("chat_item_standard_message_group_text_only_03", "2 messages, 2 actors, 2 deliveries, 2023-03-21T20:51:46.427Z to 2026-01-22T09:09:41.933Z, 44 bytes, 1 unknown")]
    [InlineData("chat_item_standard_message_group_text_only_04", "2 messages, 3 actors, 3 deliveries, 2023-03-21T20:51:46.427Z to 2026-01-22T09:09:41.934Z, 47 bytes, 1 unknown")]
    [InlineData("chat_item_standard_message_group_text_only_06", "2 messages, 3 actors, 3 deliveries, 2022-08-10T17:31:50.755Z to 2026-01-22T09:09:41.936Z, 44 bytes, 1 unknown")]
    [InlineData("chat_item_standard_message_sms_03", "1 messages, 2 actors, 1 deliveries, 2027-06-16T18:12:55.915Z to 2027-06-16T18:12:55.915Z, 12 bytes, 0 unknown")]
    [InlineData("chat_item_standard_message_sms_04", "1 messages, 2 actors, 1 deliveries, 2027-06-16T18:12:55.916Z to 2027-06-16T18:12:55.916Z, 1261260935 bytes, 0 unknown")]
    [InlineData("chat_item_standard_message_standard_attachments_00", "1 messages, 2 actors, 1 deliveries, 2027-06-16T18:12:55.912Z to 2027-06-16T18:12:55.912Z, 1170766650 bytes, 0 unknown")]
    [InlineData("chat_item_standard_message_standard_attachments_01", "2 messages, 2 actors, 2 deliveries, 2027-06-16T18:12:55.913Z to 2029-06-02T12:53:29.097Z, 0 bytes, 2 unknown")]
    [InlineData("chat_item_standard_message_standard_attachments_03", "1 messages, 2 actors, 1 deliveries, 2027-06-16T18:12:55.915Z to 2027-06-16T18:12:55.915Z, 0 bytes, 1 unknown")]
    [InlineData("chat_item_standard_message_standard_attachments_04", "2 messages, 2 actors, 2 deliveries, 2027-06-16T18:12:55.916Z to 2029-06-02T12:53:29.097Z, 0 bytes, 2 unknown")]
    [InlineData("chat_item_standard_message_text_only_01", "2 messages, 2 actors, 2 deliveries, 2022-10-12T00:42:35.564Z to 2027-06-16T18:12:55.913Z, 59 bytes, 1 unknown")]
    [InlineData("chat_item_standard_message_text_only_02", "2 messages, 2 actors, 2 deliveries, 2022-10-12T00:42:35.564Z to 2022-10-12T00:42:35.565Z, 0 bytes, 2 unknown")]
    [InlineData("chat_item_standard_message_text_only_03", "1 messages, 2 actors, 1 deliveries, 2027-06-16T18:12:55.915Z to 2027-06-16T18:12:55.915Z, 59 bytes, 0 unknown")]
    [InlineData("chat_item_standard_message_text_only_06", "2 messages, 2 actors, 2 deliveries, 2022-08-10T17:31:50.755Z to 2027-06-16T18:12:55.918Z, 59 bytes, 1 unknown")]
    [InlineData("chat_item_standard_message_with_edits_01", "4 messages, 2 actors, 4 deliveries, 2023-09-20T22:24:17.618Z to 2023-09-20T22:25:15.439Z, 140 bytes, 0 unknown")]
    [InlineData("chat_item_standard_message_with_quote_00", "2 messages, 3 actors, 3 deliveries, 1970-01-01T00:00:00.001Z to 2025-12-09T13:26:26.179Z, 36 bytes, 0 unknown")]
    [InlineData("chat_item_view_once_00", "1 messages, 2 actors, 1 deliveries, 2028-02-07T09:04:31.192Z to 2028-02-07T09:04:31.192Z, 0 bytes, 1 unknown")]
    [InlineData("chat_item_view_once_01", "2 messages, 2 actors, 2 deliveries, 2028-02-07T09:04:31.193Z to 2028-02-07T09:04:31.194Z, 0 bytes, 2 unknown")]
    [InlineData("chat_item_view_once_02", "2 messages, 2 actors, 2 deliveries, 2028-02-07T09:04:31.194Z to 2028-02-07T09:04:31.195Z, 0 bytes, 2 unknown")]
    public void A_test_backup_reads_as_its_text_form_says(string name, string expected) =>
        Assert.Equal("signal: " + expected, Imports.Summary(Imports.Sample($"signal/signal-message-backup-tests/{name}.binproto")));

    [Theory]
    [InlineData("chat_00")]
    [InlineData("chat_02")]
    [InlineData("chat_item_expiration_timer_update_00")]
    [InlineData("chat_item_learned_profile_update_00")]
    [InlineData("chat_item_pin_message_02")] // its only message is still pending
    [InlineData("recipient_contacts_00")]
    [InlineData("recipient_contacts_01")]
    [InlineData("recipient_contacts_03")]
    [InlineData("recipient_contacts_04")]
    [InlineData("recipient_distribution_list_01")]
    [InlineData("recipient_groups_00")]
    [InlineData("recipient_groups_01")]
    [InlineData("recipient_groups_04")]
    public void A_test_backup_without_messages_is_recognised_and_empty(string name) =>
        Assert.Equal("signal: 0 messages, 0 actors, 0 deliveries, never, 0 bytes, 0 unknown", Imports.Summary(Imports.Sample($"signal/signal-message-backup-tests/{name}.binproto")));

    [Fact]
    public void The_plaintext_export_names_everybody_and_gives_sizes_in_bytes()
    {
        var (log, _) = Imports.Sample("signal/plaintext-export/main.jsonl");
        // "Nächste Woche!" is 15 bytes, the picture 299,397; the rose is 4.
        Assert.Equal(
        [
            "2026-01-30T14:11:01.829Z Peter Wurst → Me (Membership, -1)",
            "2026-07-29T17:19:09.613Z Peter Wurst → Me (Receipt, -1)",
            "2026-07-29T17:19:12.863Z Me → Peter Wurst (Photo, 299412)",
            "2026-07-30T15:20:44.613Z Peter Wurst → Me (Text, 4)",
        ], Imports.Lines(log));
        Assert.Equal([false, false, true, true], log.Traits.ToArray().Select(t => t.SealedSender));
        Assert.Equal("Me", log.Actors.NameOf(log.Owner!.Value));
    }

    [Fact]
    public void Sealed_sender_is_kept_for_each_message()
    {
        // Incoming, sealedSender = true; the first revision too.
        Assert.All(Imports.Sample("signal/signal-message-backup-tests/chat_item_direct_story_reply_with_edits_00.binproto").Log.Traits.ToArray(), t => Assert.True(t.SealedSender));
        // Incoming without the flag.
        Assert.False(Imports.Sample("signal/signal-message-backup-tests/chat_item_standard_message_group_text_only_01.binproto").Log.Traits[0].SealedSender);
        // To Alice and Carol both sealed; to Bob it failed and does not count.
        var sent = Imports.Sample("signal/signal-message-backup-tests/chat_item_standard_message_group_text_only_04.binproto").Log;
        Assert.Equal((MessageKind.Text, true, RecipientBasis.Exact), (sent.Kind[1], sent.Traits[1].SealedSender, sent.Traits[1].RecipientBasis));
        // Viewed by Alice without the flag: one open copy shows the sender.
        Assert.False(Imports.Sample("signal/signal-message-backup-tests/chat_item_standard_message_group_text_only_06.binproto").Log.Traits[1].SealedSender);
    }

    [Fact]
    public void What_a_group_received_went_to_its_members_at_the_time_of_export() =>
        Assert.Equal(RecipientBasis.Snapshot, Imports.Sample("signal/signal-message-backup-tests/chat_item_standard_message_group_text_only_01.binproto").Log.Traits[0].RecipientBasis);

    [Fact]
    public void A_backup_cut_short_gives_its_good_part_and_one_rejection()
    {
        var whole = File.ReadAllBytes(SharedData.Path("exports/signal/signal-message-backup-tests/chat_item_view_once_02.binproto"));
        Assert.Equal("signal: 1 messages, 2 actors, 1 deliveries, 2028-02-07T09:04:31.194Z to 2028-02-07T09:04:31.194Z, 0 bytes, 1 unknown, truncated 1", Imports.Summary(Imports.Bytes("cut", whole[..^3])));
    }

    [Fact]
    public void A_line_cut_short_is_rejected_and_the_lines_before_it_stay()
    {
        var text = """
            {"recipient": {"id": "1", "self": {}}}
            {"recipient": {"id": "2", "contact": {"e164": "4915112345678"}}}
            {"chat": {"id": "1", "recipientId": "2"}}
            {"chatItem": {"chatId": "1", "authorId": "2", "dateSent": "1700000000000", "incoming": {}, "standardMessage": {"text": {"body": "ü"}}}}
            {"chatItem": {"chatId": "1", "authorId": "2", "dateSent": "17000000
            """;
        var (log, report) = Imports.Text("main.jsonl", text);
        Assert.Equal(["2023-11-14T22:13:20Z +4915112345678 → Me (Text, 2)"], Imports.Lines(log));
        Assert.Equal(1, report.Rejected["truncated"]);
    }

    [Fact]
    public void Half_an_emoji_in_a_text_costs_no_message()
    {
        var text = """
            {"recipient": {"id": "1", "self": {}}}
            {"recipient": {"id": "2", "contact": {"e164": "49", "profileGivenName": "Kim\u0007\ud83d"}}}
            {"chat": {"id": "1", "recipientId": "2"}}
            {"chatItem": {"chatId": "1", "authorId": "2", "dateSent": "1700000000000", "incoming": {}, "standardMessage": {"text": {"body": "\ud83d!"}}}}
            """;
        // U+FFFD is 3 bytes.
        Assert.Equal(["2023-11-14T22:13:20Z Kim\uFFFD → Me (Text, 4)"], Imports.Lines(Imports.Text("main.jsonl", text).Log));
    }

    [Fact]
    public void The_owner_is_named_by_the_caller_where_the_export_has_no_account()
    {
        var (log, _) = Imports.Sample("signal/plaintext-export/main.jsonl", new ReadOptions { Me = ["Ada"] });
        Assert.Equal("Ada", log.Actors.NameOf(log.Owner!.Value));
    }

    [Fact]
    public void Two_contacts_of_one_name_stay_two_actors()
    {
        var text = new StringBuilder("""{"recipient": {"id": "1", "self": {}}}""").Append('\n');
        foreach (var i in (string[])["2", "3"])
            text.Append("""{"recipient": {"id": "§", "contact": {"e164": "49§", "profileGivenName": "Kim"}}}""".Replace("§", i, StringComparison.Ordinal)).Append('\n')
                .Append("""{"chat": {"id": "§", "recipientId": "§"}}""".Replace("§", i, StringComparison.Ordinal)).Append('\n')
                .Append("""{"chatItem": {"chatId": "§", "authorId": "§", "dateSent": "170000000000§", "incoming": {}, "stickerMessage": {}}}""".Replace("§", i, StringComparison.Ordinal)).Append('\n');
        Assert.Equal(["Kim", "Kim (+493)", "Me"], Imports.Text("main.jsonl", text.ToString()).Log.Actors.Names.ToArray().Order(StringComparer.Ordinal));
    }
}
