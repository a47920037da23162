using MetaLens.Messages;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.Messenger;

/// <summary>The samples of shared/exports/messenger. Every number was counted by hand in the file.</summary>
public class MessengerExportTests
{
    public static TheoryData<Expectation> Samples =>
    [
        // Two threads, so "Test User", who is in both, is the owner. Sizes after repair: "Old message in archive" 22, "Hello" 5, "café time?" 11, "See you soon" 12.
        new Expectation("messenger/msgvault/json_simple", "messenger", 4, 3, 4, "2017-07-14T02:40:00", "2020-09-13T12:28:40", "22 5 11 12", "Test User", Kinds: "TTTT"),
        new Expectation("messenger/msgvault/json_group", "messenger", 3, 3, 6, "2020-09-13T12:26:40", "2020-09-13T12:28:40", "8 3 6"),
        // Three files of one thread, message_10 the newest.
        new Expectation("messenger/msgvault/json_multifile", "messenger", 4, 2, 4, "2023-11-14T22:13:20", "2023-11-14T22:16:20", "31 30 23 32"),
        // Left, a shared link of 27 bytes, two calls, a picture and a sticker that are not in the download.
        new Expectation("messenger/msgvault/json_nontext", "messenger", 6, 2, 6, "2020-09-13T12:28:20", "2020-09-13T12:36:40", "-1 27 -1 -1 -1 -1", Kinds: "MTCCPF"),
        // "Here's a photo" 14 bytes and a PNG of 69.
        new Expectation("messenger/msgvault/json_with_media", "messenger", 1, 2, 1, "2020-09-13T12:26:40", "2020-09-13T12:26:40", "83", Kinds: "P"),
        // Both chats name the owner first. Sizes: Hello 5 and Plans? 6 (to two people) in one instant, café time? 11 and a picture of 9 (to two) in the next, then 12 and the unsent "oops".
        new Expectation("messenger/msgvault/e2ee_simple", "messenger", 6, 3, 8, "2020-09-13T12:26:40", "2020-09-13T12:29:40", "5 6 11 9 12 4", "Test User", Kinds: "TTTPTT"),
        new Expectation("messenger/msgvault/html_simple", "messenger", 3, 2, 3, "2020-09-13T12:26:00", "2020-09-13T12:28:00", "5 11 12", Basis: TimeBasis.LocalUnknown, Kinds: "TTT"),
        new Expectation("messenger/msgvault/html_with_media", "messenger", 1, 2, 1, "2020-09-13T12:26:00", "2020-09-13T12:26:00", "83", Basis: TimeBasis.LocalUnknown, Kinds: "P"),
    ];

    [Theory, MemberData(nameof(Samples))]
    public void A_sample_reads_as_counted_by_hand(Expectation expected) => expected.Check();
}
