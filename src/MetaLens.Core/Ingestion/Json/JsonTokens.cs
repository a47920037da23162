using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace MetaLens.Ingestion.Json;

/// <summary>
/// Walks the tokens of a JSON text of any length with a window of its own: memory is bounded by the longest string, not by the file. Nesting deeper than 64
/// and strings over 256 MiB are breaks. A value of another type than asked for is skipped, so that a changed field costs that field only.
/// </summary>
ref struct JsonTokens
{
    const int WindowAtFirst = 64 * 1024;
    const int LargestWindow = 256 << 20;

    readonly Stream _stream;
    readonly CancellationToken _stop;
    readonly bool _manyValues;
    Utf8JsonReader _reader;
    byte[] _window = ArrayPool<byte>.Shared.Rent(WindowAtFirst);
    byte[] _scratch = [];
    int _filled;
    long _before;
    bool _begun, _ended;

    public JsonTokens(Stream stream, CancellationToken stop, bool manyValues = false)
    {
        _stream = stream;
        _stop = stop;
        _manyValues = manyValues;
        _reader = new Utf8JsonReader(ReadOnlySpan<byte>.Empty, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = 64, AllowMultipleValues = manyValues }));
    }

    /// <summary>The token read last.</summary>
    public readonly JsonTokenType Type => _reader.TokenType;

    /// <summary>Byte of the text where the next token begins, 0-based.</summary>
    public readonly long Offset => _before + _reader.BytesConsumed;

    /// <summary>Goes on to the next token.</summary>
    /// <returns>False at the end of the whole text.</returns>
    /// <exception cref="JsonBreak">The text ends inside a value, or is no JSON.</exception>
    public bool Read()
    {
        if (!_manyValues && _reader.CurrentDepth == 0 && Type is JsonTokenType.EndObject or JsonTokenType.EndArray) return false;
        try
        {
            while (!_reader.Read())
                if (!Refill()) return false;
            return true;
        }
        catch (JsonException)
        {
            throw new JsonBreak(RejectReasons.RecordMalformed, Offset);
        }
    }

    /// <summary>Goes on to the next member of the object or array whose members are being walked: a property name, or an element.</summary>
    /// <returns>False at its end.</returns>
    public bool NextMember() => Read() && Type is not (JsonTokenType.EndObject or JsonTokenType.EndArray);

    /// <summary>Whether the token is a property of this name.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => Type == JsonTokenType.PropertyName && _reader.ValueSpan.SequenceEqual(name);

    /// <summary>Goes into the object that is the value of the current property; another value is skipped.</summary>
    public bool EnterObject() => Enter(JsonTokenType.StartObject);

    /// <summary>Goes into the array that is the value of the current property; another value is skipped.</summary>
    public bool EnterArray() => Enter(JsonTokenType.StartArray);

    /// <summary>The value of the current property as UTF-8, escapes resolved; valid until the next token. Empty when it is no string.</summary>
    public ReadOnlySpan<byte> ReadUtf8()
    {
        Read();
        if (Type == JsonTokenType.String) return Utf8();
        SkipRest();
        return default;
    }

    /// <summary>The current string token as UTF-8, escapes resolved; valid until the next token.</summary>
    public ReadOnlySpan<byte> Utf8()
    {
        if (!_reader.ValueIsEscaped) return _reader.ValueSpan;
        if (_scratch.Length < _reader.ValueSpan.Length) _scratch = new byte[Math.Max(4096, _reader.ValueSpan.Length * 2)];
        return _scratch.AsSpan(0, JsonText.Unescape(_reader.ValueSpan, _scratch));
    }

    /// <summary>The value of the current property as a name fit to be shown; empty when it is no string. A number reads as its digits.</summary>
    public string ReadName()
    {
        Read();
        if (Type is JsonTokenType.String or JsonTokenType.Number) return JsonText.ToName(_reader.ValueSpan, _reader.ValueIsEscaped);
        SkipRest();
        return "";
    }

    /// <summary>The value of the current property as a whole number, written as a number or as a string of one; decimals are cut off. Null when it is neither.</summary>
    public long? ReadNumber()
    {
        Read();
        if (Type is JsonTokenType.Number or JsonTokenType.String && Utf8Parser.TryParse(_reader.ValueSpan, out long whole, out var used))
            return used == _reader.ValueSpan.Length || _reader.ValueSpan[used] == '.' ? whole : null;
        SkipRest();
        return null;
    }

    /// <summary>Whether the value of the current property is <c>true</c>.</summary>
    public bool ReadTrue()
    {
        Read();
        SkipRest();
        return Type == JsonTokenType.True;
    }

    /// <summary>Passes over the value of the current property, or over the rest of the object or array just begun.</summary>
    public void Skip()
    {
        if (Type == JsonTokenType.PropertyName) Read();
        SkipRest();
    }

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_window);

    bool Enter(JsonTokenType start)
    {
        Read();
        if (Type == start) return true;
        SkipRest();
        return false;
    }

    void SkipRest()
    {
        if (Type is not (JsonTokenType.StartObject or JsonTokenType.StartArray)) return;
        var depth = _reader.CurrentDepth;
        while (Read() && _reader.CurrentDepth > depth) { }
    }

    // False when the text has ended where it may end.
    bool Refill()
    {
        _stop.ThrowIfCancellationRequested();
        var consumed = (int)_reader.BytesConsumed;
        var rest = _filled - consumed;
        if (_ended) return EndsWell(_window.AsSpan(consumed, rest));
        if (rest == _window.Length)
        {
            if (rest >= LargestWindow) throw new JsonBreak(RejectReasons.RecordMalformed, Offset);
            var larger = ArrayPool<byte>.Shared.Rent(rest * 2);
            _window.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(_window);
            _window = larger;
        }
        else _window.AsSpan(consumed, rest).CopyTo(_window);
        _before += consumed;
        _filled = rest;
        var read = ReadStream(_window.AsSpan(rest));
        _ended = read == 0;
        _filled += read;
        if (!_begun) SkipByteOrderMark();
        _reader = new Utf8JsonReader(_window.AsSpan(0, _filled), isFinalBlock: false, _reader.CurrentState);
        return !_ended || EndsWell(_window.AsSpan(0, rest));
    }

    void SkipByteOrderMark()
    {
        _begun = true;
        if (_window.AsSpan(0, _filled) is not [0xEF, 0xBB, 0xBF, ..]) return;
        _window.AsSpan(3, _filled - 3).CopyTo(_window);
        _filled -= 3;
        _before = 3;
    }

    readonly bool EndsWell(ReadOnlySpan<byte> rest) =>
        _manyValues && _reader.CurrentDepth == 0 && rest.Trim(" \t\r\n"u8).IsEmpty ? false : throw new JsonBreak(RejectReasons.Truncated, Offset);

    readonly int ReadStream(Span<byte> into)
    {
        try
        {
            return _stream.ReadAtLeast(into, Math.Min(into.Length, 1024), throwOnEndOfStream: false);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            throw new JsonBreak(RejectReasons.Truncated, _before);
        }
    }
}
