using System.Text;

namespace MetaLens.Ingestion;

/// <summary>Adds up the bytes of one message. One part of unknown size makes the whole unknown.</summary>
struct MessageSize
{
    long _bytes;
    bool _unknown, _any;

    /// <summary>Adds a text, measured in UTF-8.</summary>
    public void AddText(ReadOnlySpan<char> text) => AddBytes(Encoding.UTF8.GetByteCount(text));

    /// <summary>Adds a part of known size; null or negative = unknown.</summary>
    public void AddBytes(long? bytes)
    {
        _any = true;
        if (bytes is >= 0 and < int.MaxValue) _bytes += bytes.Value;
        else _unknown = true;
    }

    /// <summary>The sum; −1 when a part is unknown, nothing was added, or it is above 2^31 − 1.</summary>
    public readonly int Value => _unknown || !_any || _bytes > int.MaxValue ? -1 : (int)_bytes;
}
