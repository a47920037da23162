using System.Text;
using MetaLens.Graphs;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Export;

/// <summary>The ties as a table: <c>sender,recipient,messages,bytes,first,last</c> (<c>a,b,…</c> when undirected).</summary>
public sealed class TiesCsv : IGraphFormat
{
    /// <inheritdoc/>
    public string Extension => ".csv";

    /// <inheritdoc/>
    public void Write(CommunicationGraph graph, Observation seen, Stream to)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(to);
        string[] ends = graph.IsDirected ? ["sender", "recipient"] : ["a", "b"];
        to.Write(Encoding.UTF8.GetBytes(TableCsv.Write([.. ends, "messages", "bytes", "first", "last"], graph.Ties().Select(t => new object?[]
        {
            seen.NameOf(new PartyId(t.A)), seen.NameOf(new PartyId(t.B)), t.Messages, t.Bytes, Instant.FromUnixTimeMilliseconds(t.First), Instant.FromUnixTimeMilliseconds(t.Last),
        }))));
    }
}
