using MetaLens.Lenses;

namespace MetaLens.Graphs;

/// <summary>
/// The visible deliveries of an observation dealt out by sender into parts of neighbouring senders, each in order of time and small enough for a processor's
/// cache. They are gathered round by round, so that never more than a share of the observation is copied.
/// </summary>
sealed class SenderParts
{
    const int PartLength = 1 << 14;
    const int MostParts = 1 << 12;
    const int RoundLength = 5 << 20;
    const int MostRounds = 6;

    readonly Observation _seen;
    readonly int[] _firstSender;
    readonly ushort[] _partOf;
    readonly int[][] _ofSlice;
    readonly List<int> _firstPartOfRound = [0];
    readonly int[] _start;
    Delivery[] _gathered;

    /// <summary>Finds the parts. O(deliveries + parties), on all cores.</summary>
    public SenderParts(Observation seen)
    {
        _seen = seen;
        var slices = seen.DeliveryCount < PartLength ? 1 : Environment.ProcessorCount;
        var ofSender = new int[slices][];
        Parallel.For(0, slices, s => ofSender[s] = CountOfSenders(s, slices));
        (_firstSender, _partOf) = Cut(ofSender, seen.PartyCount, Math.Max(PartLength, seen.DeliveryCount / MostParts));
        _start = new int[Count + 1];
        _ofSlice = [.. ofSender.Select(CountOfParts)];
        var (inRound, longest) = (0L, 0L);
        // Every round looks at all rows, so that there are few of them, however long the observation is.
        var roundLength = Math.Max(RoundLength, seen.DeliveryCount / MostRounds);
        for (var p = 0; p < Count; p++)
        {
            if (inRound > roundLength)
            {
                _firstPartOfRound.Add(p);
                (longest, inRound) = (Math.Max(longest, inRound), 0);
            }
            inRound += _ofSlice.Sum(s => s[p]);
        }
        _firstPartOfRound.Add(Count);
        longest = Math.Max(longest, inRound);
        _gathered = new Delivery[longest];
    }

    /// <summary>Number of parts.</summary>
    public int Count => _firstSender.Length - 1;

    /// <summary>Number of rounds.</summary>
    public int RoundCount => _firstPartOfRound.Count - 1;

    /// <summary>The parts of a round: first … end − 1.</summary>
    public (int First, int End) PartsOf(int round) => (_firstPartOfRound[round], _firstPartOfRound[round + 1]);

    /// <summary>The senders of a part: first … end − 1.</summary>
    public (int First, int End) SendersOf(int part) => (_firstSender[part], _firstSender[part + 1]);

    /// <summary>The deliveries of a part of the round gathered last, in order of time.</summary>
    public ReadOnlySpan<Delivery> DeliveriesOf(int part) => _gathered.AsSpan(_start[part].._start[part + 1]);

    /// <summary>Gathers the deliveries of a round's parts; those of the round before are gone.</summary>
    public void Gather(int round)
    {
        // Slices in order inside parts in order keep the order of time, whichever slice is done first.
        var (first, end) = PartsOf(round);
        var next = _ofSlice.Select(_ => new int[Count]).ToArray();
        var at = 0;
        for (var p = first; p < end; p++)
        {
            _start[p] = at;
            for (var s = 0; s < next.Length; s++) (next[s][p], at) = (at, at + _ofSlice[s][p]);
            _start[p + 1] = at;
        }
        Parallel.For(0, next.Length, s => GatherSlice(s, next[s], first, end));
    }

    /// <summary>Gives up what was gathered.</summary>
    public void Release() => _gathered = [];

    void GatherSlice(int slice, int[] next, int firstPart, int endPart)
    {
        ReadOnlySpan<int> sender = _seen.Sender, offset = Offsets, recipient = _seen.Recipient, size = _seen.Size;
        var at = _seen.SeenAt;
        var (partOf, gathered) = (_partOf, _gathered);
        var (start, end) = Slice(slice, _ofSlice.Length);
        for (var i = start; i < end; i++)
        {
            var from = sender[i];
            if (from < 0) continue;
            var part = partOf[from];
            if (part < firstPart || part >= endPart) continue;
            foreach (var to in offset.IsEmpty ? recipient.Slice(i, 1) : recipient[offset[i]..offset[i + 1]])
                if (to != from) gathered[next[part]++] = new Delivery(from, to, size[i], at[i]);
        }
    }

    // Empty where each row has one recipient, which then stands at the row.
    ReadOnlySpan<int> Offsets => _seen.HasOneRecipientEach ? [] : _seen.RecipientOffset;

    int[] CountOfSenders(int slice, int slices)
    {
        var count = new int[_seen.PartyCount];
        ReadOnlySpan<int> sender = _seen.Sender, offset = Offsets, recipient = _seen.Recipient;
        var (start, end) = Slice(slice, slices);
        for (var i = start; i < end; i++)
        {
            if (sender[i] < 0) continue;
            foreach (var to in offset.IsEmpty ? recipient.Slice(i, 1) : recipient[offset[i]..offset[i + 1]])
                if (to != sender[i]) count[sender[i]]++;
        }
        return count;
    }

    static (int[] FirstSender, ushort[] PartOf) Cut(int[][] ofSender, int parties, int length)
    {
        var partOf = new ushort[parties];
        List<int> first = [0];
        var inPart = 0L;
        for (var v = 0; v < parties; v++)
        {
            if (inPart >= length)
            {
                first.Add(v);
                inPart = 0;
            }
            partOf[v] = (ushort)(first.Count - 1);
            foreach (var count in ofSender) inPart += count[v];
        }
        return ([.. first, parties], partOf);
    }

    int[] CountOfParts(int[] ofSender)
    {
        var count = new int[Count];
        for (var v = 0; v < ofSender.Length; v++) count[_partOf[v]] += ofSender[v];
        return count;
    }

    (int Start, int End) Slice(int slice, int slices) => ((int)((long)_seen.Count * slice / slices), (int)((long)_seen.Count * (slice + 1) / slices));
}
