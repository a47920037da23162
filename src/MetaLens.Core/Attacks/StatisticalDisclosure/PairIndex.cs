namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Numbers unordered pairs of parties 0, 1, 2 … as they are first met.</summary>
sealed class PairIndex(int parties)
{
    const int DenseLimit = 4096;
    readonly int[]? _dense = parties <= DenseLimit ? new int[parties * parties] : null;
    // Of pairs, not of both packed into a long: its hash is their exclusive or, the same for far too many.
    readonly Dictionary<(int A, int B), int> _sparse = [];
    readonly List<(int A, int B)> _pairs = [];

    public int Count => _pairs.Count;

    public (int A, int B) this[int pair] => _pairs[pair];

    public int Of(int a, int b)
    {
        if (a > b) (a, b) = (b, a);
        if (_dense is not null)
        {
            ref var number = ref _dense[(a * parties) + b];
            if (number == 0) number = Add(a, b) + 1;
            return number - 1;
        }
        return _sparse.TryGetValue((a, b), out var known) ? known : _sparse[(a, b)] = Add(a, b);
    }

    int Add(int a, int b)
    {
        _pairs.Add((a, b));
        return _pairs.Count - 1;
    }
}
