using MetaLens.Messages;

namespace MetaLens.Ingestion.SmsBackup;

/// <summary>The XML files of SMS Backup &amp; Restore: text messages, multimedia messages and calls of an Android phone.</summary>
public sealed class SmsBackupFormat : IMessageFormat
{
    /// <inheritdoc/>
    public FormatCard Card { get; } = new("sms-backup", "SMS Backup & Restore (XML)",
        "Android: app SMS Backup & Restore → Back up now; the files sms-….xml and calls-….xml lie where the app keeps its backups (folder, Google Drive, Dropbox).",
        "Numbers, times, direction, sizes of texts and attachments, members of group messages, calls.",
        "The owner's own number (name it with --me, else the owner is called Me). Numbers are as dialled: one person may have several forms (--same-as).");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => Looks(f.Head))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        log.TimeBasis = TimeBasis.Utc;
        foreach (var file in files)
        {
            log.BeginSource();
            new SmsBackupReader(file, log, context).ReadAll();
        }
    }

    static bool Looks(ReadOnlySpan<byte> head)
    {
        foreach (var tag in (ReadOnlySpan<string>)["<smses", "<calls"])
            if (head.IndexOf(System.Text.Encoding.ASCII.GetBytes(tag)) is >= 0 and var at && head[..at].IndexOf("<html"u8) < 0 && at + 6 < head.Length && head[at + 6] is (byte)' ' or (byte)'>' or (byte)'\n' or (byte)'\r') return true;
        return false;
    }
}
