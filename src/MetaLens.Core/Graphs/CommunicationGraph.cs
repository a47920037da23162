namespace MetaLens.Graphs;

/// <summary>
/// Who talks with whom, as compressed sparse rows: the ties of node v are positions <c>Offset[v] … Offset[v + 1] − 1</c> of the other columns, sorted by
/// <see cref="Target"/>. A node is a party, an edge a tie with at least one delivery; messages to oneself make no edge. An undirected graph holds each tie
/// twice, once from either end. Immutable.
/// </summary>
public sealed class CommunicationGraph
{
    readonly int[] _offset, _target, _messages;
    readonly long[] _bytes, _first, _last;

    internal CommunicationGraph(bool isDirected, int[] offset, int[] target, int[] messages, long[] bytes, long[] first, long[] last)
    {
        IsDirected = isDirected;
        _offset = offset;
        _target = target;
        _messages = messages;
        _bytes = bytes;
        _first = first;
        _last = last;
    }

    /// <summary>Whether an edge has a direction (sender to recipient).</summary>
    public bool IsDirected { get; }

    /// <summary>Number of nodes, those without an edge included.</summary>
    public int NodeCount => _offset.Length - 1;

    /// <summary>Number of ties: ordered pairs when directed, unordered pairs otherwise.</summary>
    public int TieCount => IsDirected ? _target.Length : _target.Length / 2;

    /// <summary>Row starts; <see cref="NodeCount"/> + 1 entries.</summary>
    public ReadOnlySpan<int> Offset => _offset;

    /// <summary>The other end of each edge.</summary>
    public ReadOnlySpan<int> Target => _target;

    /// <summary>Deliveries on each edge, at least 1; both ways summed when undirected.</summary>
    public ReadOnlySpan<int> Messages => _messages;

    /// <summary>Known bytes on each edge; deliveries of unknown size add nothing.</summary>
    public ReadOnlySpan<long> Bytes => _bytes;

    /// <summary>First delivery on each edge, Unix milliseconds.</summary>
    public ReadOnlySpan<long> First => _first;

    /// <summary>Last delivery on each edge, Unix milliseconds.</summary>
    public ReadOnlySpan<long> Last => _last;

    /// <summary>Number of neighbours of a node (out-neighbours when directed).</summary>
    public int Degree(int node) => _offset[node + 1] - _offset[node];

    /// <summary>The neighbours of a node, ascending.</summary>
    public ReadOnlySpan<int> Neighbours(int node) => _target.AsSpan(_offset[node], _offset[node + 1] - _offset[node]);

    /// <summary>The position of an edge in the columns, or −1. O(log degree).</summary>
    public int Find(int from, int to)
    {
        var at = Neighbours(from).BinarySearch(to);
        return at < 0 ? -1 : _offset[from] + at;
    }

    /// <summary>Every tie once: ordered pairs when directed, with <c>A &lt; B</c> otherwise. The shape other graph libraries take their edges in.</summary>
    public IEnumerable<Tie> Ties()
    {
        for (var a = 0; a < NodeCount; a++)
            for (var e = _offset[a]; e < _offset[a + 1]; e++)
                if (IsDirected || a < _target[e])
                    yield return new Tie(a, _target[e], _messages[e], _bytes[e], _first[e], _last[e]);
    }
}
