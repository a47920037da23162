using MetaLens.Ingestion.Meta;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Messenger;

/// <summary>Facebook Messenger: "Download your information" and the separate download of end-to-end encrypted chats.</summary>
public sealed class MessengerFormat : IMessageFormat
{
    /// <inheritdoc/>
    public FormatCard Card { get; } = new("messenger", "Facebook Messenger: Download your information, end-to-end encrypted chats",
        "Facebook → Settings → Accounts Centre → Your information and permissions → Export your information → Export to device → Customise information: Messages; format JSON; all time. End-to-end encrypted chats are not in it: messenger.com → Settings → Privacy and safety → End-to-end encrypted chats → Message storage → Download secure storage data.",
        "Sender, participants, time to the millisecond, bytes of text after repair, sizes of media in the download, calls, people joining and leaving. The JSON roots messages, your_activity_across_facebook and your_facebook_activity with inbox, archived_threads, filtered_threads, message_requests and e2ee_cutover; the flat end-to-end encrypted form; HTML.",
        "Read times; members who left a group before the download; most reactions' times; sizes of media left out of the download; a zone for the times in HTML. Who is the owner is found as the name in almost every thread, else --me.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => (ThreadFile.IsJson(f) || ThreadFile.IsHtml(f)) && !ThreadFile.IsInstagram(source, f))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        ThreadsReader.Read(source, files, log, context);
    }
}
