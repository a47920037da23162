using MetaLens.Messages;

namespace MetaLens.Ingestion;

/// <summary>Reads what the user named into one log: recognises the formats, lets each read its files, merges and removes what overlapping exports hold twice.</summary>
public static class MessageReader
{
    const int NamesShown = 3;
    static readonly string[] DataExtensions =
        [".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".tab", ".txt", ".md", ".xml", ".html", ".htm", ".mbox", ".eml", ".db", ".sqlite", ".sqlitedb", ".pcap", ".pcapng", ".cap", ".crypt14", ".crypt15", ".zip"];

    /// <summary>Reads sources into a log. Where several exports are named or lie in one folder, one that cannot be read is reported and the others are read, unless reading is strict.</summary>
    /// <param name="sources">What to read; several are merged.</param>
    /// <param name="options">What the caller knows.</param>
    /// <param name="format">Read all files with this format; null = recognise.</param>
    /// <param name="progress">Told the bytes read so far, of those that <see cref="Source.Files"/> have; null = nobody.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The log and what happened on the way.</returns>
    /// <exception cref="MessageFormatException">Nothing could be recognised or read, or something could not and reading is strict.</exception>
    /// <exception cref="OwnerUnknownException">An export does not say whose it is and it must be known, or nobody is named as the caller says.</exception>
    public static (MessageLog Log, IngestionReport Report) Read(IReadOnlyList<Source> sources, ReadOptions options, IMessageFormat? format = null, IProgress<long>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var report = new IngestionReport(options);
        var context = new ReadContext(options, report, stop);
        var log = new MessageLogBuilder(options.From, options.To, options.SameAs);
        var merge = new ExportMerge(log, context);
        var bytes = 0L;
        foreach (var source in sources) ReadOne(source, format, merge, context, Watch);
        merge.Finish();
        OverlappingForms.Note(report);
        var built = log.Build(out var duplicates);
        report.DuplicatesRemoved = duplicates;
        report.OutsideWindow = log.OutsideWindow;
        // A window may leave out all that the owner took part in.
        if (options.Me is [var me, ..] && built.Count > 0 && log.OutsideWindow == 0 && built.Owner is null && !options.Me.Any(name => built.Actors.TryFind(options.SameAs.GetValueOrDefault(name, name), out _)))
            throw OwnerUnknownException.NotAmong(me, [.. built.Actors.Names]);
        return (built, report);

        void Watch(int read)
        {
            stop.ThrowIfCancellationRequested();
            progress?.Report(Interlocked.Add(ref bytes, read));
        }
    }

    static void ReadOne(Source source, IMessageFormat? only, ExportMerge merge, ReadContext context, Action<int> watch)
    {
        var claimed = new HashSet<SourceFile>();
        foreach (var format in only is null ? MessageFormats.All : [only])
        {
            context.Stop.ThrowIfCancellationRequested();
            var files = only is null ? [.. format.Recognize(source).Where(f => !claimed.Contains(f))] : source.Files;
            if (files.Count == 0) continue;
            claimed.UnionWith(files);
            foreach (var file in files) file.Watch = watch;
            merge.Read(format, source, files);
            foreach (var file in files) context.Report.Read(new FileRead(file.Name, format.Card.Id, file.Length));
        }
        foreach (var broken in source.Broken) merge.Broken(broken);
        if (claimed.Count == 0) merge.Broken(NotRecognised(source));
        else NoteUnknown([.. source.Files.Where(f => !claimed.Contains(f) && DataExtensions.Contains(Path.GetExtension(f.Path), StringComparer.OrdinalIgnoreCase))], context.Report);
    }

    // Pictures and the like beside a chat are no data that somebody could miss; a table or an archive may be.
    static void NoteUnknown(List<SourceFile> files, IngestionReport report)
    {
        if (files.Count == 0) return;
        var names = string.Join(", ", files.Take(NamesShown).Select(f => f.Path)) + (files.Count > NamesShown ? ", …" : "");
        var sentence = $"{(files.Count == 1 ? "1 file holds" : $"{files.Count} files hold")} no messages in a form that MetaLens knows, and {(files.Count == 1 ? "was" : "were")} not read";
        report.Note($"{sentence}: {names}", $"{sentence}.");
    }

    static MessageFormatException NotRecognised(Source source) => new(new Place(source.Name),
        source.Files.Count == 0 ? "no file in it" : "no format that MetaLens knows",
        "an export of a messenger, a mailbox, a capture, or a table with columns for sender, recipient and time",
        (source.Files.Any(f => f.Path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) ? "an archive inside an archive is not opened: unpack it and name the folder; " : "")
            + "name the whole folder or .zip where this is one file out of an export; docs/formats.md says how to get an export from each service; for a table name its columns, --columns sender=…,recipient=…,time=…");
}
