using System.Globalization;
using System.Xml;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Export;

/// <summary>GraphML (Brandes et al. 2002), as read by Gephi, igraph, networkx, yEd.</summary>
public sealed class GraphMl : IGraphFormat
{
    const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <inheritdoc/>
    public string Extension => ".graphml";

    /// <inheritdoc/>
    public void Write(CommunicationGraph graph, Observation seen, Stream to)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(seen);
        using var xml = XmlWriter.Create(to, XmlText.Settings);
        xml.WriteStartElement("graphml", Namespace);
        foreach (var (id, target, type) in ((string, string, string)[])[("name", "node", "string"), ("messages", "edge", "int"), ("bytes", "edge", "long"), ("first", "edge", "long"), ("last", "edge", "long")])
        {
            xml.WriteStartElement("key", Namespace);
            xml.WriteAttributeString("id", id);
            xml.WriteAttributeString("for", target);
            xml.WriteAttributeString("attr.name", id);
            xml.WriteAttributeString("attr.type", type);
            xml.WriteEndElement();
        }
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("edgedefault", graph.IsDirected ? "directed" : "undirected");
        for (var v = 0; v < graph.NodeCount; v++)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", $"n{v}");
            Data(xml, "name", XmlText.Clean(seen.NameOf(new PartyId(v))));
            xml.WriteEndElement();
        }
        foreach (var tie in graph.Ties())
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("source", $"n{tie.A}");
            xml.WriteAttributeString("target", $"n{tie.B}");
            Data(xml, "messages", tie.Messages.ToString(CultureInfo.InvariantCulture));
            Data(xml, "bytes", tie.Bytes.ToString(CultureInfo.InvariantCulture));
            Data(xml, "first", tie.First.ToString(CultureInfo.InvariantCulture));
            Data(xml, "last", tie.Last.ToString(CultureInfo.InvariantCulture));
            xml.WriteEndElement();
        }
    }

    static void Data(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(value);
        xml.WriteEndElement();
    }
}
