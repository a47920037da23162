using System.Text.Json;

namespace MetaLens.Ingestion.Json;

/// <summary>Opens JSON files for walking and turns their breaks into rejections.</summary>
static class JsonFile
{
    /// <summary>Walks one file; a break is rejected with its place, and what the walk took before it stays.</summary>
    /// <param name="file">The file.</param>
    /// <param name="context">Report and stop.</param>
    /// <param name="walk">Takes the tokens; the reader stands before the first.</param>
    /// <param name="manyValues">JSON Lines and their kin: several values one after another.</param>
    /// <param name="mend">Mends the bytes on their way in; null = none.</param>
    public static void Walk(SourceFile file, ReadContext context, JsonWalk walk, bool manyValues = false, Func<Stream, Stream>? mend = null)
    {
        Stream stream;
        try
        {
            stream = file.Open();
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            context.Report.Reject(RejectReasons.Truncated, new Place(file.Name), "file", "");
            return;
        }
        using (stream)
        using (var mended = mend?.Invoke(stream))
        {
            var json = new JsonTokens(mended ?? stream, context.Stop, manyValues);
            try
            {
                walk(ref json);
            }
            catch (JsonBreak broken)
            {
                context.Report.Reject(broken.Reason, new Place(file.Name, Offset: broken.Offset), "json", "");
            }
            finally
            {
                json.Dispose();
            }
        }
    }

    /// <summary>The value of a property of the root object, found in the head of a file alone; null when it is not there or no text.</summary>
    public static string? PeekText(SourceFile file, ReadOnlySpan<byte> property)
    {
        var reader = new Utf8JsonReader(WithoutMark(file.Head), isFinalBlock: false, default);
        try
        {
            while (reader.Read())
                if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(property))
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? JsonText.ToName(reader.ValueSpan, reader.ValueIsEscaped) : null;
        }
        catch (JsonException)
        {
            return null;
        }
        return null;
    }

    /// <summary>The first character that is no blank: <c>{</c>, <c>[</c> or something else; 0 for none.</summary>
    public static byte FirstByte(SourceFile file)
    {
        var head = WithoutMark(file.Head).TrimStart(" \t\r\n"u8);
        return head.IsEmpty ? (byte)0 : head[0];
    }

    static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> head) => head is [0xEF, 0xBB, 0xBF, ..] ? head[3..] : head;
}
