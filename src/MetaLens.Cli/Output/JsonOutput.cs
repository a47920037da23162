using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MetaLens.Cli.Output;

/// <summary>Writes one JSON object whose first field names its schema.</summary>
static class JsonOutput
{
    static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        // Text stays readable; the output is a file or a terminal, never a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NewLine = "\n",
    };

    public static void Write(TextWriter output, string verb, JsonObject fields)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", $"metalens/{verb}/1");
            foreach (var (name, value) in fields)
            {
                writer.WritePropertyName(name);
                if (value is null) writer.WriteNullValue();
                else value.WriteTo(writer);
            }
            writer.WriteEndObject();
        }
        output.WriteLine(Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    /// <summary>A value of an analysis' table as JSON; numbers that are no number become null.</summary>
    public static JsonNode? Value(object? value) => value switch
    {
        null => null,
        double x => double.IsFinite(x) ? JsonValue.Create(x) : null,
        string s => JsonValue.Create(s),
        bool b => JsonValue.Create(b),
        int i => JsonValue.Create(i),
        long l => JsonValue.Create(l),
        NodaTime.Instant t => JsonValue.Create(TimeText.Iso(t.ToUnixTimeMilliseconds())),
        _ => JsonValue.Create(value.ToString()),
    };
}
