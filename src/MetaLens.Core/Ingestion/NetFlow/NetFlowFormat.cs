using MetaLens.Messages;

namespace MetaLens.Ingestion.NetFlow;

/// <summary>Flow records as nfdump writes them to CSV.</summary>
public sealed class NetFlowFormat : IMessageFormat
{
    /// <inheritdoc/>
    public FormatCard Card { get; } = new("netflow", "NetFlow (nfdump CSV)",
        "nfdump -r FILE -o csv > flows.csv",
        "A message a flow and direction: addresses, start, bytes; ports and protocol as the conversation.",
        "The zone of times (nfdump writes the host's local time), messages inside a flow, who is behind an address.");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => NetFlowColumns.Of(f.Head) is not null)];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        log.TimeBasis = new WallClock(context.Options.TimeZone).Basis;
        context.Each(files, file => new NetFlowReader(file, log, context).ReadAll());
    }
}
