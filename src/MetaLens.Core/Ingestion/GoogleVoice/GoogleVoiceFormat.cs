using MetaLens.Messages;

namespace MetaLens.Ingestion.GoogleVoice;

/// <summary>Google Voice in Google Takeout: one HTML page a text conversation or call.</summary>
public sealed class GoogleVoiceFormat : IMessageFormat
{
    /// <inheritdoc/>
    public FormatCard Card { get; } = new("google-voice", "Google Voice (Takeout)",
        "takeout.google.com → deselect all → Voice → export; the pages lie in Takeout/Voice/Calls.",
        "Numbers, times with their offset, sizes of texts, members of group conversations, calls with their direction.",
        "Sizes of attachments that were not exported; who of a group has left.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => Looks(f.Head))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        log.TimeBasis = TimeBasis.Utc;
        var owner = context.Options.Me.Count > 0 ? context.Options.Me[0] : OwnNumber(source) ?? files.Select(NumberOfMe).FirstOrDefault(n => n is not null) ?? "Me";
        log.Owner = owner;
        context.Each(files, file => new GoogleVoicePage(file, owner, log, context).ReadAll());
    }

    static bool Looks(ReadOnlySpan<byte> head) => head.IndexOf("class=\"hChatLog"u8) >= 0 || (head.IndexOf("class=\"haudio\""u8) >= 0 && head.IndexOf("class=\"contributor"u8) >= 0);

    // Phones.vcf beside the folder Calls is the owner's card.
    static string? OwnNumber(Source source)
    {
        if (source.Files.FirstOrDefault(f => f.FileName == "Phones.vcf") is not { } card) return null;
        foreach (var range in card.Head.Split((byte)'\n'))
        {
            var line = System.Text.Encoding.UTF8.GetString(card.Head[range]).Trim();
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[..colon].Split('.')[^1].Split(';')[0] == "TEL" && PhoneNumber.Normalize(line[(colon + 1)..]) is { Length: > 0 } number) return number;
        }
        return null;
    }

    // The owner's own messages are headed by an abbreviation, "Me" in English, with the number behind it; names of others are spans. The mark-up says so in any language.
    static string? NumberOfMe(SourceFile file)
    {
        var me = file.Head.IndexOf("<abbr class=\"fn\""u8);
        var link = me < 0 ? -1 : file.Head[..me].LastIndexOf("href=\"tel:"u8);
        if (link < 0) return null;
        var number = file.Head[(link + 10)..me];
        var end = number.IndexOf((byte)'"');
        return end > 0 && PhoneNumber.Normalize(System.Text.Encoding.UTF8.GetString(number[..end])) is { Length: > 0 } found ? found : null;
    }
}
