namespace MetaLens.Ingestion.Delimited;

/// <summary>Tells a row whose message id stands in that row alone from neighbouring rows of one message, which the row reader joins.</summary>
sealed class NeighbourIds
{
    const int Longest = 64;

    readonly byte[] _last = new byte[Longest];
    int _length;
    bool _isKnown;

    /// <summary>Says that nothing is known of the row before the next.</summary>
    public void Forget() => _isKnown = false;

    /// <summary>Whether a row's id is another than that of the row before, or none.</summary>
    public bool IsAlone(ReadOnlySpan<byte> id)
    {
        // Ids that a row reader would change before it compares them are for the row reader.
        var isPlain = id.Length <= Longest && id.IndexOfAnyExceptInRange((byte)' ', (byte)'~') < 0 && id is not [(byte)'\'', ..];
        var isAlone = isPlain && (id.IsEmpty || (_isKnown && !id.SequenceEqual(_last.AsSpan(0, _length))));
        _isKnown = isPlain;
        if (!isPlain) return false;
        id.CopyTo(_last);
        _length = id.Length;
        return isAlone;
    }
}
