using MetaLens.Messages;

namespace MetaLens.Ingestion.CallRecords;

/// <summary>Call detail records in the form of the tool bandicoot: one CSV a person (the ego, named by the file), a folder of them a network.</summary>
public sealed class CallRecordsFormat : IMessageFormat
{
    /// <inheritdoc/>
    public FormatCard Card { get; } = new("cdr", "Call detail records (bandicoot)",
        "From a carrier or a study: a CSV a person with the columns interaction, direction, correspondent_id, datetime, call_duration, antenna_id; the file's name is the person's id.",
        "Who called or texted whom and when; a network of people who call each other where each has a file.",
        "The zone of times, sizes, what people without a file did with each other. Places (antennas) are not read.")
    { IsTable = true };

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => CallRecordsColumns.Of(f.Head) is not null)];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        log.TimeBasis = new WallClock(context.Options.TimeZone).Basis;
        context.Each(files, file =>
        {
            // A call between two people with a file each stands in both, and counts once.
            log.BeginSource();
            new CallRecordsReader(file, EgoOf(file, files.Count, context.Options), log, context).ReadAll();
        });
        if (files.Count == 1) log.Owner = EgoOf(files[0], 1, context.Options);
    }

    // A file is named after its person. Of a single file, --me tells the person from a contact of the same name.
    static string EgoOf(SourceFile file, int files, ReadOptions options)
    {
        if (files == 1 && options.Me is [var me]) return me;
        var name = Path.GetFileNameWithoutExtension(file.FileName);
        return options.SameAs.GetValueOrDefault(name, name.Length > 0 ? name : "ego");
    }
}
