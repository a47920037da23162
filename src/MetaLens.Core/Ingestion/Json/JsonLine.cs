using System.Text.Json;

namespace MetaLens.Ingestion.Json;

/// <summary>One JSON value a line.</summary>
static class JsonLine
{
    /// <summary>The value of a line.</summary>
    /// <exception cref="JsonException">The line is no JSON, or nested deeper than 64.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>The value of a line that is an object.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out JsonElement value)
    {
        value = default;
        if (line.Trim(" \t\r"u8) is not [(byte)'{', .., (byte)'}']) return false;
        try
        {
            value = Parse(line);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
