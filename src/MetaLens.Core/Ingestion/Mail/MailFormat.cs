using MetaLens.Messages;

namespace MetaLens.Ingestion.Mail;

/// <summary>E-mail: mbox in its variants (Gmail Takeout among them), Maildir, single messages.</summary>
public sealed class MailFormat : IMessageFormat
{
    static readonly string[] FieldsOfMail = ["From", "To", "Date", "Received", "Message-ID", "Subject", "MIME-Version", "Return-Path", "Delivered-To"];

    /// <inheritdoc/>
    public FormatCard Card { get; } = new("mail", "E-mail (mbox, Maildir, .eml, Gmail Takeout)",
        "Gmail: takeout.google.com → Mail → the .mbox in Takeout/Mail. Thunderbird: the folder's file without extension in the profile. Others: save messages as .eml, or copy the Maildir.",
        "Senders and recipients by address (To, Cc, Bcc where kept), times with their zone, size of each message as stored, threads, read receipts and delivery reports.",
        "Who is behind a mailing list, blind copies of received mail, what was deleted.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => !IsUnfinished(f) && (Mbox.Looks(f.Head) || LooksLikeMessage(f.Head)))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        log.TimeBasis = TimeBasis.Utc;
        var reader = new MailReader(log, context);
        foreach (var file in files)
        {
            context.Stop.ThrowIfCancellationRequested();
            if (Mbox.Looks(file.Head)) new Mbox(file, reader, context).ReadAll();
            else ReadMessage(file, reader);
        }
        reader.NameOwner();
    }

    static void ReadMessage(SourceFile file, MailReader reader)
    {
        var header = new MailHeader();
        using var stream = file.Open();
        var lines = new ByteLines(stream);
        while (lines.Next(out var line) && !line.IsEmpty) header.Take(line);
        if (file.Length < 0)
            while (lines.Next(out _)) { }
        reader.Take(header, file.Length >= 0 ? file.Length : lines.Offset + lines.Length, "", new Place(file.Name, 1, 1));
    }

    // What lies in tmp/ of a Maildir was never delivered.
    static bool IsUnfinished(SourceFile file) => file.Folder.EndsWith("/tmp", StringComparison.Ordinal) || file.Folder == "tmp";

    static bool LooksLikeMessage(ReadOnlySpan<byte> head)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var first = true;
        foreach (var range in head.Split((byte)'\n'))
        {
            var line = head[range].TrimEnd((byte)'\r');
            if (line.IsEmpty) break;
            if (!MailHeader.IsField(line) && (first || line is not [(byte)' ' or (byte)'\t', ..])) return false;
            first = false;
            if (NameOf(line) is { } name) known.Add(name);
        }
        return known.Contains("From") && known.Count >= 2;
    }

    static string? NameOf(ReadOnlySpan<byte> line)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || line[0] is (byte)' ' or (byte)'\t') return null;
        foreach (var name in FieldsOfMail)
            if (System.Text.Ascii.EqualsIgnoreCase(line[..colon].TrimEnd((byte)' '), name)) return name;
        return null;
    }
}
