using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
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

    /// <summary>The text of a value; empty when it is no string. Half a surrogate pair and bytes that are not UTF-8 become U+FFFD.</summary>
    public static string TextOf(JsonElement value)
    {
        var raw = RawText(value);
        if (!raw.Contains((byte)'\\')) return Encoding.UTF8.GetString(raw);
        var text = new byte[raw.Length];
        return Encoding.UTF8.GetString(text, 0, JsonText.Unescape(raw, text));
    }

    /// <summary>UTF-8 bytes of the text of a value, escapes resolved; 0 when it is no string.</summary>
    public static int BytesOf(JsonElement value)
    {
        var raw = RawText(value);
        if (!raw.Contains((byte)'\\')) return raw.Length;
        var text = ArrayPool<byte>.Shared.Rent(raw.Length);
        var length = JsonText.Unescape(raw, text);
        ArrayPool<byte>.Shared.Return(text);
        return length;
    }

    /// <summary>The bytes between the quotes of a value, escapes as they are; empty when it is no string.</summary>
    public static ReadOnlySpan<byte> RawText(JsonElement value) => value.ValueKind == JsonValueKind.String ? JsonMarshal.GetRawUtf8Value(value)[1..^1] : default;

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
