using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace MetaLens.Ingestion.Delimited;

/// <summary>
/// Gives each distinct name in UTF-8 a dense index in order of first appearance. A name is decoded once, when it is new; names that a row reader would change or
/// reject (blanks of Unicode around them, control characters, broken UTF-8, too long) are unfit.
/// </summary>
sealed class CellNames
{
    /// <summary>Index of a name that the scanner must not take.</summary>
    public const int Unfit = -1;

    const int ShortLength = 7;
    const ulong LongBit = 1UL << 63;

    readonly List<byte[]> _long = [];
    Slot[] _slots = new Slot[1 << 12];
    int _shift = 64 - 12;
    int _used, _count;

    // Up to seven bytes are their own key, with the length in the eighth; longer names are found by hash and then compared.
    struct Slot
    {
        public ulong Key;
        public int Index;
        public int LongAt;
    }

    /// <summary>Whether a name was met that would be a list of several recipients.</summary>
    public bool AnyList { get; private set; }

    /// <summary>The index of a name, or <see cref="Unfit"/>.</summary>
    /// <param name="name">Its bytes, one or more, in a buffer with <see cref="ByteBlock.Padding"/> readable bytes after it.</param>
    /// <param name="fresh">Takes the name if it is new.</param>
    public int IndexOf(ReadOnlySpan<byte> name, List<string> fresh) => IndexOf(KeyOf(name), name, fresh);

    /// <summary>The same for a name whose key is known.</summary>
    public int IndexOf(ulong key, ReadOnlySpan<byte> name, List<string> fresh)
    {
        var at = Home(key);
        for (; _slots[at].Key != 0; at = (at + 1) & (_slots.Length - 1))
            if (_slots[at].Key == key && (name.Length <= ShortLength || name.SequenceEqual(_long[_slots[at].LongAt]))) return _slots[at].Index;
        return Add(at, key, name, fresh);
    }

    /// <summary>The index of a known name that its key alone tells; false for long, new and unfit names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFindShort(ulong key, out int index)
    {
        var slots = _slots;
        for (var at = Home(key); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            index = slot.Index;
            if (slot.Key == key) return (long)key > 0 && index >= 0;
            if (slot.Key == 0) return false;
        }
    }

    /// <summary>Says that a name will be asked for soon, which hides the time the memory takes to answer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(ulong key)
    {
        if (!Sse.IsSupported) return;
        fixed (Slot* slot = &_slots[Home(key)]) Sse.Prefetch0(slot);
    }

    int Add(int at, ulong key, ReadOnlySpan<byte> name, List<string> fresh)
    {
        var text = Encoding.UTF8.GetString(name);
        var index = RowReader.IsPlainName(text) ? _count++ : Unfit;
        if (index >= 0) fresh.Add(text);
        AnyList |= name.IndexOfAny((byte)';', (byte)'|') >= 0;
        if (name.Length > ShortLength) _long.Add(name.ToArray());
        _slots[at] = new Slot { Key = key, Index = index, LongAt = _long.Count - 1 };
        if (++_used * 2L > _slots.Length) Grow();
        return index;
    }

    void Grow()
    {
        var old = _slots;
        _slots = new Slot[old.Length * 2];
        _shift--;
        foreach (var slot in old)
        {
            if (slot.Key == 0) continue;
            var at = Home(slot.Key);
            while (_slots[at].Key != 0) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = slot;
        }
    }

    /// <summary>What a name is found by: up to seven bytes themselves, longer ones by hash. The name is as in <see cref="IndexOf(ReadOnlySpan{byte}, List{string})"/>.</summary>
    public static ulong KeyOf(ReadOnlySpan<byte> name) =>
        name.Length <= ShortLength ? (Word(name, 0) & (ulong.MaxValue >> (64 - (8 * name.Length)))) | ((ulong)name.Length << 56) : HashOf(name);

    int Home(ulong key) => (int)((key * 0x9E3779B97F4A7C15UL) >> _shift);

    static ulong Word(ReadOnlySpan<byte> name, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(name), at));

    static ulong HashOf(ReadOnlySpan<byte> name)
    {
        // Eight bytes at a time; the last eight may overlap those before.
        var hash = (ulong)name.Length;
        for (var i = 0; i < name.Length - 8; i += 8) hash = Mixed(hash, Word(name, i));
        return Mixed(hash, Word(name, name.Length - 8)) | LongBit;
    }

    static ulong Mixed(ulong hash, ulong word)
    {
        var mixed = (BitOperations.RotateLeft(hash, 23) ^ word) * 0xD6E8FEB86659FD93UL;
        return mixed ^ (mixed >> 32);
    }
}
