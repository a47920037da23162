using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion;

/// <summary>Files of chats that are cut short or hold wrong bytes: a result or an error with a mend, never a crash.</summary>
public class DamagedExportTests
{
    [Theory]
    [InlineData("instagram/joweich_chat-miner__test_instagram_test_export.json")]
    [InlineData("messenger/msgvault/json_nontext/your_activity_across_facebook/messages/inbox/sam_NONTXT/message_1.json")]
    [InlineData("messenger/msgvault/e2ee_simple/your_activity_across_facebook/messages/alice_1.json")]
    [InlineData("messenger/msgvault/html_simple/your_activity_across_facebook/messages/inbox/alice_ABC123/message_1.html")]
    [InlineData("telegram/mlomb_chat-analytics__tests_samples_telegram_DM_2A_7M.json")]
    [InlineData("whatsapp/readme-examples/whatsapp_en_us_android_issue248.txt")]
    [InlineData("whatsapp/msgvault/msgstore_mini.db")]
    [InlineData("imessage/macos-ts/chat.db")]
    public void A_damaged_file_reads_in_part_or_says_what_to_do(string sample)
    {
        var path = SharedData.Path("exports/" + sample);
        var bytes = File.ReadAllBytes(path);
        var random = new Random(20240115);
        for (var round = 0; round < 60; round++)
        {
            var damaged = bytes.AsSpan(0, round % 2 == 0 ? random.Next(1, bytes.Length) : bytes.Length).ToArray();
            for (var i = 0; round % 2 == 1 && i < 8; i++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            using var source = Source.Of(Path.GetFileName(path), new MemoryStream(damaged));
            try
            {
                var (log, _) = MessageReader.Read([source], new ReadOptions { DateOrder = DateOrder.MonthDayYear }, stop: TestContext.Current.CancellationToken);
                Assert.All(log.Size.ToArray(), size => Assert.InRange(size, -1, int.MaxValue));
            }
            catch (MessageFormatException e)
            {
                Assert.Contains("Mend:", e.Message);
            }
            catch (OwnerUnknownException e)
            {
                Assert.Contains("--me", e.Message);
            }
        }
    }
}
