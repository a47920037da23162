using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Export;

/// <summary>A file format for graphs.</summary>
public interface IGraphFormat
{
    /// <summary>File extension with its dot, lower case.</summary>
    string Extension { get; }

    /// <summary>Writes a graph with its nodes' names and its ties' messages, bytes, first and last contact (Unix milliseconds).</summary>
    /// <param name="graph">Directed or undirected.</param>
    /// <param name="seen">Names the nodes.</param>
    /// <param name="to">Takes UTF-8; stays open.</param>
    void Write(CommunicationGraph graph, Observation seen, Stream to);
}
