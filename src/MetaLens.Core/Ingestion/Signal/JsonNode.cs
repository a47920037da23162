using System.Buffers.Text;
using System.Text.Json;
using MetaLens.Ingestion.Json;

namespace MetaLens.Ingestion.Signal;

/// <summary>A message in the JSON form of protocol buffers: 64-bit numbers are texts, what has its default value is left out.</summary>
sealed class JsonNode(JsonElement element) : FrameNode
{
    public override FrameNode? Child(FrameField field) => Find(field) is { ValueKind: JsonValueKind.Object } child ? new JsonNode(child) : null;

    public override IEnumerable<FrameNode> Children(FrameField field) =>
        Find(field) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Select(e => new JsonNode(e)) : [];

    public override string Text(FrameField field) => Find(field) is { } text ? JsonLine.TextOf(text) : "";

    public override int TextBytes(FrameField field) => Find(field) is { } text ? JsonLine.BytesOf(text) : 0;

    public override string Key(FrameField field) => Text(field).TrimEnd('=');

    public override bool Is(FrameField field, int number, string name) => Text(field) == name || Number(field) == number;

    public override long Number(FrameField field) => Find(field) switch
    {
        { ValueKind: JsonValueKind.True } => 1,
        { ValueKind: JsonValueKind.Number } n => n.TryGetInt64(out var value) ? value : 0,
        { ValueKind: JsonValueKind.String } s => Utf8Parser.TryParse(JsonLine.RawText(s), out long value, out var used) && used == JsonLine.RawText(s).Length ? value : 0,
        _ => 0,
    };

    JsonElement? Find(FrameField field) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field.Utf8Name, out var value) ? value : null;
}
