using System.Collections.Immutable;
using System.Globalization;
using MetaLens.Lenses.Protections;
using NodaTime;
using NodaTime.Text;

namespace MetaLens.Lenses;

/// <summary>Every protection as it is typed, in the order in which help shows them.</summary>
public static class ProtectionCatalog
{
    const string Nothing = "nothing";
    const string Martiny = "Martiny et al., NDSS 2021, doi:10.14722/ndss.2021.24180";
    const string Serjantov = "Serjantov, Dingledine, Syverson, IH 2002, doi:10.1007/3-540-36415-3_3";

    /// <summary>The table.</summary>
    public static ImmutableArray<ProtectionCard> All { get; } =
    [
        ProtectionCard.Word("hide", "content", new EncryptContent(), "end-to-end encryption: what was said, and its sort, cannot be read", "a few bytes a message, not modelled", "every end-to-end encrypted messenger"),
        ProtectionCard.Word("hide", "sender", new HideSender(), "sealed sender for every message: no row names its sender", Nothing, "Signal, Technology preview: Sealed sender (2018)"),
        ProtectionCard.Word("hide", "sealed-sender", new HideSender(OnlyWhereSealed: true), "no sender where the record itself says it was sealed", Nothing, "Signal, Technology preview: Sealed sender (2018)"),
        ProtectionCard.Word("hide", "recipients", new HideRecipients(), "no row names its recipients", Nothing, "private mailboxes"),
        ProtectionCard.Word("hide", "conversation", new HideConversation(), "no row names its thread or group", Nothing, "by definition"),
        ProtectionCard.Word("hide", "size", new HideSize(), "no row tells its size", Nothing, "by definition"),
        ProtectionCard.Word("hide", "everything", new HideEverything(), "no rows at all", Nothing, "by definition"),
        ProtectionCard.With("pad", "BYTES", "160", "sizes up to the next multiple of a block", "1 … 1,048,576 bytes", "half a block a message on average", "by definition",
            v => Whole(v) is { } n ? new PadSize(n) : null, p => Text(p.Block)),
        ProtectionCard.Word("pad", "pow2", new PadToPowerOfTwo(), "sizes up to the next power of two", "up to as many bytes again", "by definition"),
        ProtectionCard.Word("pad", "padme", new PadPadme(), "sizes up to the next Padmé step", "at most 12 % more bytes", "Nikitin et al., PoPETs 2019(4), doi:10.2478/popets-2019-0056"),
        ProtectionCard.Word("pad", "signal", new PadSignal(), "Signal's steps: texts of 80 bytes, attachments of 5 %", "about 40 bytes a text", "Signal, PushTransportDetails and PaddingInputStream"),
        ProtectionCard.Word("pad", "signal160", new PadSignal(160), "Signal's older steps: texts of 160 bytes, attachments of 5 %", "about 80 bytes a text", "Signal, PushTransportDetails and PaddingInputStream"),
        ProtectionCard.With("round", "DURATION", "1h", "times only to the start of such a step", "1ms … 366d", Nothing, "coarse logging",
            v => Time(v) is { } d ? new RoundTime(d) : null, p => DurationText.Format(p.Step)),
        ProtectionCard.With("delay", "DURATION", "30s", "each message held for a random time of this mean (exponential)", "1ms … 7d", "the mean", "Danezis, PET 2004, doi:10.1007/11423409_3",
            v => Time(v) is { } d ? new RandomDelay(d) : null, p => DurationText.Format(p.Mean)),
        ProtectionCard.With("batch", "COUNT", "100", "messages held until so many have come in", "2 … 1,000,000 messages", "the wait for the others", Serjantov,
            v => Whole(v) is { } n ? new BatchByCount(n) : null, p => Text(p.Threshold)),
        ProtectionCard.With("batch", "DURATION", "10m", "messages sent on at full intervals only", "1ms … 30d", "half an interval on average", Serjantov,
            v => Time(v) is { } d ? new BatchByTime(d) : null, p => DurationText.Format(p.Interval)),
        ProtectionCard.With("cover", "RATE/h", "0.5/h", "dummies from everybody who sends, to anybody", "0.001/h … 1000/h", "so many messages a user and hour", "Oya, Troncoso, Pérez-González, PETS 2014, doi:10.1007/978-3-319-08506-7_11",
            v => v.EndsWith("/h", StringComparison.Ordinal) && Real(v[..^2]) is { } r ? new CoverTraffic(r) : null, p => Text(p.RatePerHour) + "/h"),
        ProtectionCard.With("receipts", "DURATION[/BYTES]", "1s/60", "every delivery answered by a receipt after a random time of this mean (exponential); on = 1s/60", "1ms … 1h / 1 … 65,536 bytes", "a message a delivery", Martiny,
            ReadReceipts, p => $"{DurationText.Format(p.MeanDelay)}/{p.Bytes}"),
        ProtectionCard.Word("receipts", "off", new ReceiptsOff(), "no delivery or read receipts", "nobody knows whether a message arrived; saves their bytes", Martiny),
        ProtectionCard.Word("groups", "hidden", new FanOutGroups(), "a group message goes out as one message to each member; no row names a conversation", "a message a further member", "Signal, Technology preview: Signal private group system (2019)"),
        ProtectionCard.With("links", "DURATION", "100ms", "a network's view: uploads without recipients, downloads without sender, this much later on average", "1ms … 1h", Nothing, "Ilyas et al., ICNP 2013",
            v => Time(v) is { } d ? new SplitLinks(d) : null, p => DurationText.Format(p.MeanLatency)),
        ProtectionCard.With("rotate", "DURATION", "7d", "everybody takes a new identifier at the start of each such period", "1s … 36525d", "contacts must learn it; not modelled", "ephemeral identifiers",
            v => Time(v) is { } d ? new RotateIdentifiers(d) : null, p => DurationText.Format(p.Period)),
        ProtectionCard.With("retain", "DURATION", "30d", "only the last records, back from the end of the log", "1s … 36525d", Nothing, "short-kept logs; 18 U.S.C. § 3123(c) for orders of 60 days",
            v => Time(v) is { } d ? new RetainRecent(d) : null, p => DurationText.Format(p.Period)),
        ProtectionCard.With("since", "DATE", "2026-01-31", "only what is sent from that day (or instant, UTC) on, as under an order", "1970-01-01 … 9999-12-31", Nothing, "18 U.S.C. § 3123",
            v => Point(v) is { } start ? new RetainFrom(start) : null, p => Text(p.Start)),
        ProtectionCard.With("sample", "SHARE", "0.1", "only rows that a seeded share of the users sends or receives", "0.0001 … 1", Nothing, "by definition",
            v => Real(v) is { } share ? new SampleUsers(share) : null, p => Text(p.Share)),
    ];

    static ReceiptsOn? ReadReceipts(string value)
    {
        if (value == "on") return new ReceiptsOn();
        var parts = value.Split('/');
        if (parts.Length > 2 || Time(parts[0]) is not { } delay) return null;
        return parts.Length == 1 ? new ReceiptsOn(delay) : Whole(parts[1]) is { } bytes ? new ReceiptsOn(delay, bytes) : null;
    }

    static Instant? Point(string value) =>
        LocalDatePattern.Iso.Parse(value) is { Success: true, Value: var day } ? day.AtMidnight().InUtc().ToInstant()
        : InstantPattern.ExtendedIso.Parse(value) is { Success: true, Value: var instant } ? instant : null;

    static string Text(Instant instant) =>
        instant.InUtc().TimeOfDay == LocalTime.Midnight ? LocalDatePattern.Iso.Format(instant.InUtc().Date) : InstantPattern.ExtendedIso.Format(instant);

    static Duration? Time(string value) => DurationText.TryParse(value, out var duration) ? duration : null;

    static int? Whole(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    static double? Real(string value) => double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Round-trips, and has no exponent from the smallest share (0.0001) up.
    static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
