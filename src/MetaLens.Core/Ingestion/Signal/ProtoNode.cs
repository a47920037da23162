using System.Text;

namespace MetaLens.Ingestion.Signal;

/// <summary>A message in protocol buffers' wire form: fields are found by walking them, a later one overrides an earlier one.</summary>
/// <remarks>Every method throws <see cref="InvalidDataException"/> when the bytes are no such message.</remarks>
sealed class ProtoNode(ReadOnlyMemory<byte> bytes) : FrameNode
{
    public override FrameNode? Child(FrameField field) => Children(field).LastOrDefault();

    public override IEnumerable<FrameNode> Children(FrameField field)
    {
        for (var at = 0; Next(ref at, out var number, out _, out var slice);)
            if (number == field.Number && slice is { } nested) yield return new ProtoNode(nested);
    }

    public override string Text(FrameField field) => Encoding.UTF8.GetString(Bytes(field).Span);

    public override int TextBytes(FrameField field) => Bytes(field).Length;

    public override string Key(FrameField field) => Convert.ToBase64String(Bytes(field).Span).TrimEnd('=');

    public override bool Is(FrameField field, int number, string name) => Number(field) == number;

    public override long Number(FrameField field)
    {
        long found = 0;
        for (var at = 0; Next(ref at, out var number, out var value, out var slice);)
            if (number == field.Number && slice is null) found = value;
        return found;
    }

    /// <summary>The numbers of all fields, in order, with what a number field holds; checks the whole message.</summary>
    public IEnumerable<(int Number, long? Value)> Fields()
    {
        for (var at = 0; Next(ref at, out var number, out var value, out var slice);) yield return (number, slice is null ? value : null);
    }

    ReadOnlyMemory<byte> Bytes(FrameField field)
    {
        ReadOnlyMemory<byte> found = default;
        for (var at = 0; Next(ref at, out var number, out _, out var slice);)
            if (number == field.Number && slice is { } held) found = held;
        return found;
    }

    bool Next(ref int at, out int number, out long value, out ReadOnlyMemory<byte>? slice)
    {
        (number, value, slice) = (0, 0, null);
        if (at >= bytes.Length) return false;
        var tag = Varint(ref at);
        number = (int)(tag >> 3);
        if (number <= 0) throw new InvalidDataException();
        switch (tag & 7)
        {
            case 0: value = Varint(ref at); return true;
            case 1: slice = Take(ref at, 8); return true;
            case 2: slice = Take(ref at, Varint(ref at)); return true;
            case 5: slice = Take(ref at, 4); return true;
            default: throw new InvalidDataException();
        }
    }

    ReadOnlyMemory<byte> Take(ref int at, long length)
    {
        if (length < 0 || length > bytes.Length - at) throw new InvalidDataException();
        at += (int)length;
        return bytes.Slice(at - (int)length, (int)length);
    }

    long Varint(ref int at) => TryVarint(bytes.Span[at..], out var value, out var used) && (at += used) > 0 ? value : throw new InvalidDataException();

    /// <summary>Reads a number of one to ten bytes, seven bits each, the lowest first.</summary>
    public static bool TryVarint(ReadOnlySpan<byte> bytes, out long value, out int used)
    {
        (value, used) = (0, 0);
        while (used < bytes.Length && used < 10)
        {
            var b = bytes[used];
            value |= (long)(b & 0x7F) << (7 * used++);
            if (b < 0x80) return true;
        }
        return false;
    }
}
