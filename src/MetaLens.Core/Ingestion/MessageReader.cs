using MetaLens.Messages;

namespace MetaLens.Ingestion;

/// <summary>Reads what the user named into one log: recognises the formats, lets each read its files, merges and removes what overlapping exports hold twice.</summary>
public static class MessageReader
{
    /// <summary>Reads sources into a log.</summary>
    /// <param name="sources">What to read; several are merged.</param>
    /// <param name="options">What the caller knows.</param>
    /// <param name="format">Read all files with this format; null = recognise.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The log and what happened on the way.</returns>
    /// <exception cref="MessageFormatException">Nothing could be recognised or read, or a record is bad and reading is strict.</exception>
    /// <exception cref="OwnerUnknownException">An export does not say whose it is and it must be known.</exception>
    public static (MessageLog Log, IngestionReport Report) Read(IReadOnlyList<Source> sources, ReadOptions options, IMessageFormat? format = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var report = new IngestionReport(options);
        var context = new ReadContext(options, report, stop);
        var log = new MessageLogBuilder(options.From, options.To, options.SameAs);
        foreach (var source in sources) ReadOne(source, format, log, context);
        var built = log.Build(out var duplicates);
        report.DuplicatesRemoved = duplicates;
        report.OutsideWindow = log.OutsideWindow;
        return (built, report);
    }

    static void ReadOne(Source source, IMessageFormat? only, MessageLogBuilder log, ReadContext context)
    {
        var claimed = new HashSet<SourceFile>();
        foreach (var format in only is null ? MessageFormats.All : [only])
        {
            context.Stop.ThrowIfCancellationRequested();
            var files = only is null ? [.. format.Recognize(source).Where(f => !claimed.Contains(f))] : source.Files;
            if (files.Count == 0) continue;
            claimed.UnionWith(files);
            log.BeginSource();
            format.Read(source, files, log, context);
            foreach (var file in files) context.Report.Read(new FileRead(file.Name, format.Card.Id, file.Length));
        }
        if (claimed.Count == 0) throw NotRecognised(source);
    }

    static MessageFormatException NotRecognised(Source source) => new(new Place(source.Name),
        source.Files.Count == 0 ? "no file in it" : "no format that MetaLens knows",
        "an export of a messenger, a mailbox, a capture, or a table with columns for sender, recipient and time",
        "docs/formats.md says how to get an export from each service; for a table name its columns, --columns sender=…,recipient=…,time=…");
}
