namespace MetaLens.Ingestion.Mail;

/// <summary>A set of 64-bit fingerprints in eight to sixteen bytes each, so that a mailbox of millions stays small in memory.</summary>
sealed class Fingerprints
{
    const ulong Multiplier = 0x9E3779B97F4A7C15;

    ulong[] _slots = new ulong[1 << 10];
    int _shift = 64 - 10;
    int _count;

    /// <summary>Adds one; false when it is there already. 0, which marks an empty slot, counts as 1.</summary>
    public bool Add(ulong fingerprint)
    {
        if (fingerprint == 0) fingerprint = 1;
        var at = Find(fingerprint);
        if (_slots[at] == fingerprint) return false;
        _slots[at] = fingerprint;
        if (++_count * 8L > _slots.Length * 7L) Grow();
        return true;
    }

    // Its own slot, or the empty one where it belongs.
    int Find(ulong fingerprint)
    {
        var at = (int)((fingerprint * Multiplier) >> _shift);
        while (_slots[at] != 0 && _slots[at] != fingerprint) at = (at + 1) & (_slots.Length - 1);
        return at;
    }

    void Grow()
    {
        var old = _slots;
        _slots = new ulong[old.Length * 2];
        _shift--;
        foreach (var fingerprint in old)
            if (fingerprint != 0) _slots[Find(fingerprint)] = fingerprint;
    }
}
