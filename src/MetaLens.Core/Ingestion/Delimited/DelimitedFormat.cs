using MetaLens.Messages;

namespace MetaLens.Ingestion.Delimited;

/// <summary>Tables of messages: CSV, TSV and their kin with a header, and the header-less number form of the SNAP collection.</summary>
public sealed class DelimitedFormat : IMessageFormat
{
    static readonly string[] Extensions = [".csv", ".tsv", ".txt", ".tab", ".dat", ".edges", ""];

    /// <inheritdoc/>
    public FormatCard Card { get; } = new("csv", "Table of messages (CSV, TSV, SNAP)",
        "From any tool: a row a delivery, columns for sender, recipient and time, and size, conversation and message_id where known; a column duration (seconds) makes the rows calls. `metalens convert` writes this form.",
        "Sender, recipients (several in one cell parted by ; or |), time (ISO 8601, Unix s, ms or µs, dates of numbers, relative seconds), size, conversation, message id.",
        "Kinds of messages other than calls. Times without a zone stay local unless --timezone is given.")
    { IsTable = true };

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => (source.Files.Count == 1 || Extensions.Contains(Path.GetExtension(f.Path), StringComparer.OrdinalIgnoreCase)) && DelimitedLayout.Looks(f.Head))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        context.Each(files, file =>
        {
            // Tables of one log at different times overlap.
            if (files.Count > 1) log.BeginSource();
            var layout = DelimitedLayout.Of(file, context.Options);
            log.TimeBasis = layout.Times.Basis;
            if (layout.Roles.AreCalls) context.Report.Note("The column duration makes the rows calls. Its seconds stand for the size: what is said in bytes of them is seconds.");
            new DelimitedReader(file, layout, log, context).ReadAll();
        });
    }
}
