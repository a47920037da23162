using MetaLens.Messages;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Telegram;

/// <summary>The samples of shared/exports/telegram. Every number was counted by hand in the file, or stands in the target.json beside it.</summary>
public class TelegramExportTests
{
    public static TheoryData<Expectation> Samples =>
    [
        // Times as in target.json; "Minimal Message" 15 bytes, "Link:" and "https://telegram.org/" 26. Nothing tells the chat's type, so those who spoke receive.
        new Expectation("telegram/joweich_chat-miner__test_telegram_test_single_export.json", "telegram", 2, 2, 2, "2018-12-05T10:39:10", "2018-12-05T10:49:24", "15 26"),
        new Expectation("telegram/joweich_chat-miner__test_telegram_test_batch_export.json", "telegram", 2, 2, 2, "2018-12-05T10:39:10", "2018-12-05T10:49:24", "15 26"),
        // A service entry that nobody sent is left out; a link of 18 bytes and a space with an emoji of 4; two pictures that are not in the export; a call.
        // The first two records have a wall clock's time only.
        new Expectation("telegram/mlomb_chat-analytics__tests_samples_telegram_DM_2A_7M.json", "telegram", 7, 2, 7, "2019-07-12T16:55:32", "2023-08-11T02:11:02", "23 11 6 9 -1 -1 -1", "Alice", TimeBasis.LocalUnknown, "TTTTPPC"),
        // A direct chat whose entries have no ids: who is the peer cannot be told.
        new Expectation("telegram/chatpack/telegram_simple.json", "telegram", 4, 2, 4, "2024-01-15T10:30:00", "2024-01-15T10:32:00", "6 9 12 16", Kinds: "TTTT"),
    ];

    [Theory, MemberData(nameof(Samples))]
    public void A_sample_reads_as_counted_by_hand(Expectation expected) => expected.Check();
}
