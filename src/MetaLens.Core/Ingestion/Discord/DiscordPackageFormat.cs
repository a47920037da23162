using MetaLens.Messages;

namespace MetaLens.Ingestion.Discord;

/// <summary>The data package that Discord gives its user: what they sent, channel by channel.</summary>
public sealed class DiscordPackageFormat : IMessageFormat
{
    /// <inheritdoc/>
    public FormatCard Card { get; } = new("discord-package", "Discord data package",
        "Discord → User settings → Data & privacy → Request all of my data; the mail with the link comes within 30 days.",
        "Every message the owner sent: time (UTC), size of its text, the channel; in direct messages the other's account.",
        "Everything anybody else sent; members of groups and servers; sizes of attachments.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => (IsMessages(f) && source.Find($"{f.Folder}/channel.json") is not null) || (f.FileName == "channel.json" && source.Files.Count > 1 && HasMessages(source, f.Folder)))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        log.TimeBasis = TimeBasis.Utc;
        var channels = files.Where(IsMessages).ToDictionary(f => f, f => DiscordChannel.Of(source.Find($"{f.Folder}/channel.json"), f, context));
        var owner = DiscordChannel.OwnerOf(source, channels.Values, context);
        log.Owner = owner.Name;
        foreach (var (file, channel) in channels) new DiscordPackageReader(file, channel, owner, log, context).ReadAll();
    }

    static bool HasMessages(Source source, string folder) =>
        (source.Find($"{folder}/messages.json") ?? source.Find($"{folder}/messages.csv")) is { } messages && IsMessages(messages);

    static bool IsMessages(SourceFile file)
    {
        var folder = file.Folder[(file.Folder.LastIndexOf('/') + 1)..];
        return file.FileName is "messages.json" or "messages.csv" && folder.TrimStart('c') is { Length: > 0 } id && id.All(char.IsAsciiDigit);
    }
}
