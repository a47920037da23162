using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    const int RowsAhead = 24;
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
        var at = Home(key, _shift);
        for (; _slots[at].Key != 0; at = (at + 1) & (_slots.Length - 1))
            if (_slots[at].Key == key && (name.Length <= ShortLength || name.SequenceEqual(_long[_slots[at].LongAt]))) return _slots[at].Index;
        return Add(at, key, name, fresh);
    }

    /// <summary>Finds names that their keys alone tell, sender and recipient of each row in turn, as far as they are known and short.</summary>
    /// <param name="senders">Keys of the rows' senders.</param>
    /// <param name="recipients">Keys of the rows' recipients.</param>
    /// <param name="senderIndex">Takes the senders' indices.</param>
    /// <param name="recipientIndex">Takes the recipients' indices.</param>
    /// <param name="from">Where to begin: twice the row, and one more for its recipient.</param>
    /// <returns>The first name that is long, new or unfit, counted in the same way; twice the number of rows for none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int FindShort(ReadOnlySpan<ulong> senders, ReadOnlySpan<ulong> recipients, Span<int> senderIndex, Span<int> recipientIndex, int from)
    {
        var slots = _slots.AsSpan();
        var shift = _shift;
        var row = from >> 1;
        if ((from & 1) != 0)
        {
            if (!TryFindShort(slots, shift, recipients[row], out recipientIndex[row])) return from;
            row++;
        }
        for (; row < senders.Length; row++)
        {
            if (row + RowsAhead < senders.Length)
            {
                CacheLine.AskFor<Slot>(slots, Home(senders[row + RowsAhead], shift));
                CacheLine.AskFor<Slot>(slots, Home(recipients[row + RowsAhead], shift));
            }
            if (!TryFindShort(slots, shift, senders[row], out senderIndex[row])) return 2 * row;
            if (!TryFindShort(slots, shift, recipients[row], out recipientIndex[row])) return (2 * row) + 1;
        }
        return 2 * row;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static bool TryFindShort(Span<Slot> slots, int shift, ulong key, out int index)
    {
        for (var at = Home(key, shift); ; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];
            index = slot.Index;
            if (slot.Key == key) return (long)key > 0 && index >= 0;
            if (slot.Key == 0) return false;
        }
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

    /// <summary>Adds all names to those of another.</summary>
    /// <param name="other">Takes them.</param>
    /// <param name="names">The names that the other has, by index; takes those that are new to it.</param>
    /// <returns>The other's index of each name.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int[] AddTo(CellNames other, List<string> names)
    {
        var indices = new int[_count];
        foreach (var slot in _slots)
        {
            if (slot.Key == 0 || slot.Index < 0) continue;
            var key = slot.Key;
            var name = (long)key < 0 ? _long[slot.LongAt] : MemoryMarshal.AsBytes(new ReadOnlySpan<ulong>(ref key))[..(int)(key >> 56)];
            indices[slot.Index] = other.IndexOf(key, name, names);
        }
        return indices;
    }

    void Grow()
    {
        var old = _slots;
        _slots = ReadyArray.Of<Slot>(old.Length * 2);
        _shift--;
        foreach (var slot in old)
        {
            if (slot.Key == 0) continue;
            var at = Home(slot.Key, _shift);
            while (_slots[at].Key != 0) at = (at + 1) & (_slots.Length - 1);
            _slots[at] = slot;
        }
    }

    /// <summary>What a name is found by: up to seven bytes themselves, longer ones by hash. The name is as in <see cref="IndexOf(ReadOnlySpan{byte}, List{string})"/>.</summary>
    public static ulong KeyOf(ReadOnlySpan<byte> name) =>
        name.Length <= ShortLength ? (Word(name, 0) & (ulong.MaxValue >> (64 - (8 * name.Length)))) | ((ulong)name.Length << 56) : HashOf(name);

    static int Home(ulong key, int shift) => (int)((key * 0x9E3779B97F4A7C15UL) >> shift);

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
