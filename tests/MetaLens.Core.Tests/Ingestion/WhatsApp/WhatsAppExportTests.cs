using MetaLens.Ingestion;
using MetaLens.Messages;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.WhatsApp;

/// <summary>The samples of shared/exports/whatsapp. Numbers were counted by hand (sizes with wc -c on the text), or with grep, wc and awk for the long ones; times of chat-miner's as in its target.json.</summary>
public class WhatsAppExportTests
{
    const TimeBasis Local = TimeBasis.LocalUnknown;

    // Six texts as in target.json and one group made by +12 345 578; "You were added" has no actor. Five speak, and the maker of the group is the sixth: 7 records to 5 others each.
    static Expectation ChatMiner(string file) => new($"whatsapp/joweich_chat-miner__test_whatsapp_test_{file}.txt", "whatsapp", 7, 6, 35, "2019-01-01T11:25:00", "2021-12-30T22:01:00",
        "27 69 29 -1 16 16 69", Basis: Local, Kinds: "TTTMTTT");

    public static TheoryData<Expectation> Samples =>
    [
        ChatMiner("[mmddyy]_24hrs"), ChatMiner("ddmmyy_24hrs"), ChatMiner("mmddyy_24hrs"), ChatMiner("mmddyyyy_12hrs"), ChatMiner("yyyymmdd_24hrs"),
        // The line out of order is put in its place.
        new Expectation("whatsapp/mlomb_chat-analytics__tests_samples_whatsapp_2A_5M.txt", "whatsapp", 5, 2, 5, "2021-01-01T12:00:00", "2021-01-01T12:03:00", "2 9 8 32 -1", Basis: Local, Kinds: "TTTTF"),
        // The notice of encryption is no message, and nobody spoke as Charlie.
        new Expectation("whatsapp/chatpack/whatsapp_us_ios.txt", "whatsapp", 7, 2, 7, "2024-01-15T10:30:00", "2024-01-15T10:36:00", "15 9 22 22 16 -1 39", Basis: Local, Kinds: "TTTTTFT"),
        new Expectation("whatsapp/readme-examples/whatsapp_de_android.txt", "whatsapp", 3, 2, 3, "2019-12-19T18:57:00", "2019-12-19T21:27:00", "4 15 -1", Basis: Local, Kinds: "TTF"),
        // Narrow blanks before AM and PM, and days below 13: capitals and slashes are American.
        new Expectation("whatsapp/readme-examples/whatsapp_en_us_android_issue248.txt", "whatsapp", 7, 2, 7, "2023-02-02T02:51:00", "2023-02-04T22:35:00", "-1 -1 27 14 12 30 19", Basis: Local, Kinds: "FFTTTTT"),
        // [year-month-day hour:minute] is also what signal-export writes, and goes to it when nobody says.
        new Expectation("whatsapp/lucasrodes_whatstk__chats_whatsapp_lorem-2000.txt", "whatsapp", 2000, 4, 6000, "2019-04-16T02:09:00", "2020-06-13T00:00:00", Basis: Local, NamesFormat: true),
        new Expectation("whatsapp/lucasrodes_whatstk__chats_whatsapp_lorem-merge-part1.txt", "whatsapp", 300, 4, 900, "2019-10-20T10:16:00", "2020-01-10T00:00:00", Basis: Local),
        new Expectation("whatsapp/lucasrodes_whatstk__chats_whatsapp_lorem-merge-part2.txt", "whatsapp", 300, 5, 1200, "2020-06-20T10:16:00", "2020-09-10T00:00:00", Basis: Local),
        new Expectation("whatsapp/lucasrodes_whatstk__chats_whatsapp_lorem.txt", "whatsapp", 500, 4, 1500, "2020-01-15T02:22:56", "2020-05-11T22:32:48", Basis: Local),
    ];

    [Theory, MemberData(nameof(Samples))]
    public void A_sample_reads_as_counted_by_hand(Expectation expected) => expected.Check();

    [Fact]
    public void A_sample_of_one_day_needs_the_order_of_day_and_month()
    {
        // 12/9/20 throughout. The group is made, you are added, and eleven messages by five people follow.
        var sample = new Expectation("whatsapp/mlomb_chat-analytics__tests_samples_whatsapp_4A_11M.txt", "whatsapp", 13, 5, 52, "2020-12-09T23:16:00", "2020-12-09T23:56:00",
            "-1 -1 5 2 8 5 14 6 8 10 17 16 3", Basis: Local, Kinds: "MMTTTTTTTTTTT");
        Assert.Contains("--date-order", Assert.Throws<MessageFormatException>(() => sample.Check()).Message);
        sample.Check(new ReadOptions { DateOrder = DateOrder.MonthDayYear });
    }
}
