using System.Text;

namespace MetaLens.Ingestion.WhatsApp;

/// <summary>The lines of an export; a break in the archive ends them with a rejection.</summary>
static class ChatLines
{
    public static IEnumerable<string> Of(SourceFile file, ReadContext context)
    {
        using var reader = new StreamReader(file.Open(), Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        for (long number = 1; ; number++)
        {
            if ((number & 0xFFF) == 0) context.Stop.ThrowIfCancellationRequested();
            if (Next(reader, file, context, number) is not { } line) yield break;
            yield return line;
        }
    }

    static string? Next(StreamReader reader, SourceFile file, ReadContext context, long number)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            context.Report.Reject(RejectReasons.Truncated, new Place(file.Name, number, 1), "file", "");
            return null;
        }
    }
}
