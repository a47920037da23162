using System.Globalization;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion.WhatsApp;

/// <summary>
/// Every header that exports were seen to have: four orders of day, month and year × three separators × 12 or 24 hours × seconds or not × bracket or dash, the 96
/// forms of whatstk's list, each with years of two and four digits, and in 12 hours with the blanks and points that phones write.
/// </summary>
public class HeaderFormTests
{
    static readonly string[] Orders = ["yyyy-MM-dd", "yyyy-dd-MM", "dd-MM-yyyy", "MM-dd-yyyy", "yy-MM-dd", "yy-dd-MM", "dd-MM-yy", "MM-dd-yy", "d-M-yy", "M-d-yyyy"];
    static readonly string[] Halves = [" tt", "\u202Ftt", "\u00A0tt", "tt"];

    // A chat of five weeks; the minutes, and where there are seconds those, differ in each message.
    static readonly DateTime[] Instants = [.. Enumerable.Range(0, 36).Select(day => new DateTime(2023, 11, 28).AddDays(day).AddHours((day * 5) % 24).AddMinutes(day).AddSeconds(59 - day))];

    public static TheoryData<string, char, bool, bool> Forms()
    {
        var forms = new TheoryData<string, char, bool, bool>();
        foreach (var order in Orders)
            foreach (var separator in "-/.")
                foreach (var seconds in (bool[])[false, true])
                    foreach (var bracket in (bool[])[false, true]) forms.Add(order, separator, seconds, bracket);
        return forms;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_header_gives_the_exact_time(string order, char separator, bool seconds, bool bracket)
    {
        var date = order.Replace('-', separator).Replace("/", "'/'");
        foreach (var time in (string[])[seconds ? "HH:mm:ss" : "HH:mm", .. Halves.Select(h => (seconds ? "h:mm:ss" : "h:mm") + h)])
        {
            var text = string.Concat(Instants.Select((at, i) =>
            {
                var (d, t) = (at.ToString(date, CultureInfo.InvariantCulture), at.ToString(time, CultureInfo.InvariantCulture));
                // Brackets come with a comma and without.
                return bracket ? $"{(i % 2 == 0 ? "\u200E" : "")}[{d}{(seconds ? "," : "")} {t}] {(i % 2 == 0 ? "Al" : "Bo")}: {d} x\r\n" : $"{d}, {t} - {(i % 2 == 0 ? "Al" : "Bo")}: x\n{i}\n";
            }));
            var (log, report) = Exports.ReadPipe("WhatsApp Chat with Bo.txt", text);
            Assert.Equal(0, report.RejectedTotal);
            Assert.Equal(Instants.Select(at => at.AddSeconds(seconds ? 0 : -at.Second)), log.SentAt.ToArray().Select(t => DateTimeOffset.FromUnixTimeMilliseconds(t).UtcDateTime));
        }
    }
}
