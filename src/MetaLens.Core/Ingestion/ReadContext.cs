namespace MetaLens.Ingestion;

/// <summary>What a format gets besides the files: options, the report to write to, and the token that stops it.</summary>
/// <param name="Options">What the caller knows.</param>
/// <param name="Report">Takes rejected records and notes.</param>
/// <param name="Stop">Stops the reading.</param>
public sealed record ReadContext(ReadOptions Options, IngestionReport Report, CancellationToken Stop)
{
    /// <summary>Reads files one after another. One that cannot be read is reported and the others are read, unless reading is strict or there is no other.</summary>
    /// <param name="files">The files.</param>
    /// <param name="read">Reads one.</param>
    /// <exception cref="MessageFormatException">None of the files can be read, or one cannot and reading is strict.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public void Each(IReadOnlyCollection<SourceFile> files, Action<SourceFile> read)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(read);
        var broken = new List<MessageFormatException>();
        foreach (var file in files)
        {
            Stop.ThrowIfCancellationRequested();
            try
            {
                read(file);
            }
            catch (MessageFormatException e) when (!Options.Strict)
            {
                broken.Add(e);
            }
        }
        if (broken.Count > 0 && broken.Count == files.Count) throw broken[0];
        foreach (var e in broken) Report.Unread(e);
    }
}
