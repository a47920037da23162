using MetaLens.Messages;

namespace MetaLens.Ingestion;

/// <summary>One system's way of writing down messages. One folder each under <c>Ingestion/</c>; all listed in <see cref="MessageFormats.All"/>.</summary>
public interface IMessageFormat
{
    /// <summary>What it is, where people get it, what it lacks.</summary>
    FormatCard Card { get; }

    /// <summary>
    /// The files of a source that are this format's, recognised by path and first bytes (<see cref="SourceFile.Head"/>); empty when there are none. Files beside
    /// them that only lend a size (pictures of a chat) are not claimed. Throws nothing, whatever the bytes.
    /// </summary>
    IReadOnlyList<SourceFile> Recognize(Source source);

    /// <summary>
    /// Reads claimed files into the log, streaming. A bad record is rejected through <see cref="ReadContext.Report"/> and reading goes on; a file cut short gives its good part. Content is measured and
    /// dropped on the spot. Sets <see cref="MessageLogBuilder.TimeBasis"/> and, where the format tells, <see cref="MessageLogBuilder.Owner"/>.
    /// </summary>
    /// <exception cref="MessageFormatException">Nothing of the file can be read, or a record is bad and <see cref="ReadOptions.Strict"/> is on.</exception>
    /// <exception cref="OwnerUnknownException">The format does not say whose export it is, and who sent or received cannot be told without.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context);
}
