using System.Xml;

namespace MetaLens.Ingestion;

/// <summary>Walks XML files without DTDs, entities of their own or network, and turns a break into one rejection.</summary>
static class XmlFile
{
    /// <summary>Walks one file; what the walk took before a break stays.</summary>
    public static void Walk(SourceFile file, ReadContext context, Action<XmlReader> walk)
    {
        using var stream = file.Open();
        // Old backups write emoji as two character references, one for each half; unchecked, the halves join to what was meant.
        using var xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            ConformanceLevel = ConformanceLevel.Auto,
        });
        try
        {
            walk(xml);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            var (line, column) = e is XmlException x ? (x.LineNumber, x.LinePosition) : (0, 0);
            var endsEarly = e is InvalidDataException || e.Message.Contains("end of file", StringComparison.OrdinalIgnoreCase) || e.Message.Contains("unclosed", StringComparison.OrdinalIgnoreCase);
            context.Report.Reject(endsEarly ? RejectReasons.Truncated : RejectReasons.RecordMalformed, new Place(file.Name, line, column), "xml", "");
        }
    }
}
