using System.Globalization;
using System.Xml;
using MetaLens.Graphs;
using MetaLens.Lenses;

namespace MetaLens.Export;

/// <summary>GEXF 1.3, the form of Gephi.</summary>
public sealed class Gexf : IGraphFormat
{
    const string Namespace = "http://gexf.net/1.3";

    /// <inheritdoc/>
    public string Extension => ".gexf";

    /// <inheritdoc/>
    public void Write(CommunicationGraph graph, Observation seen, Stream to)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(seen);
        using var xml = XmlWriter.Create(to, XmlText.Settings);
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("defaultedgetype", graph.IsDirected ? "directed" : "undirected");
        xml.WriteStartElement("attributes", Namespace);
        xml.WriteAttributeString("class", "edge");
        foreach (var name in (string[])["bytes", "first", "last"])
        {
            xml.WriteStartElement("attribute", Namespace);
            xml.WriteAttributeString("id", name);
            xml.WriteAttributeString("title", name);
            xml.WriteAttributeString("type", "long");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("nodes", Namespace);
        for (var v = 0; v < graph.NodeCount; v++)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", v.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("label", XmlText.Clean(seen.NameOf(new PartyId(v))));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("edges", Namespace);
        var edge = 0;
        foreach (var tie in graph.Ties())
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", (edge++).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("source", tie.A.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("target", tie.B.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("weight", tie.Messages.ToString(CultureInfo.InvariantCulture));
            xml.WriteStartElement("attvalues", Namespace);
            foreach (var (name, value) in ((string, long)[])[("bytes", tie.Bytes), ("first", tie.First), ("last", tie.Last)])
            {
                xml.WriteStartElement("attvalue", Namespace);
                xml.WriteAttributeString("for", name);
                xml.WriteAttributeString("value", value.ToString(CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }
}
