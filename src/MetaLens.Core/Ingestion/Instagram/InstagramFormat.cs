using MetaLens.Ingestion.Meta;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Instagram;

/// <summary>Instagram's "Download your information": all layouts since 2018, JSON or HTML.</summary>
public sealed class InstagramFormat : IMessageFormat
{
    /// <inheritdoc/>
    public FormatCard Card { get; } = new("instagram", "Instagram: Download your information",
        "Instagram app or Accounts Centre → Your information and permissions → Export your information (formerly Download your information) → Export to device → Customise information: Messages; format JSON; all time. End-to-end encrypted chats: the app's own request \"Download end-to-end encrypted data\".",
        "Sender, participants, time to the millisecond, bytes of text after repair, sizes of media in the download, calls, reactions that carry a time; log-ins, log-outs and synced contacts are counted. The JSON layouts of 2018 (messages.json), 2021 (messages/inbox) and 2023 (your_instagram_activity), the end-to-end encrypted form, and HTML.",
        "Read times; members who left a group before the download; usernames (display names only since 2021); sizes of media left out of the download; a zone for the times in HTML. Who is the owner is found as the name in almost every thread, else --me.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var threads = source.Files.Where(f => UsernameLayout.IsOne(f) || ((ThreadFile.IsJson(f) || ThreadFile.IsHtml(f)) && ThreadFile.IsInstagram(source, f))).ToList();
        return threads.Count == 0 ? threads : [.. threads, .. source.Files.Where(f => AccountFile.IsOne(f) && ThreadFile.IsInstagram(source, f))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        var old = files.Where(UsernameLayout.IsOne).ToList();
        var threads = files.Except(old).ToList();
        foreach (var file in files.Where(AccountFile.IsOne)) AccountFile.Count(file, context);
        if (old.Count > 0)
        {
            var census = new OwnerCensus();
            foreach (var file in old)
            {
                if (old.Count > 1) log.BeginSource();
                new UsernameLayout(file, log, census, context).ReadAll();
            }
            log.TimeBasis = TimeBasis.Utc;
            census.Decide(log, context, ownerIsNamedFirst: false);
        }
        if (old.Count == 0 || threads.Any(ThreadFile.IsJson)) ThreadsReader.Read(source, threads, log, context);
    }
}
