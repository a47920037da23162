using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Graphs;

/// <summary>Graphs for tests: drawn as text, at random, and the odd ones that break algorithms.</summary>
static class SmallGraphs
{
    /// <summary>A directed graph of "a>b a>c*3": a tie per word, *n for n messages.</summary>
    public static CommunicationGraph Directed(string ties)
    {
        var messages = new List<(string, string, long)>();
        foreach (var word in ties.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (pair, times) = word.Split('*') is [var p, var n] ? (p, int.Parse(n)) : (word, 1);
            var ends = pair.Split('>');
            for (var i = 0; i < times; i++) messages.Add((ends[0], ends[1], messages.Count));
        }
        return GraphBuilder.Directed(Logs.Seen([.. messages]));
    }

    public static CommunicationGraph Undirected(string ties) => GraphBuilder.ToUndirected(Directed(ties));

    public static CommunicationGraph Random(int seed, int actors = 20, int messages = 120) =>
        GraphBuilder.Directed(Lens.None.Observe(Logs.Random(seed, actors, messages)));

    /// <summary>No node; one node (a note to oneself); one tie; all messages at one instant; two pairs that never meet.</summary>
    public static TheoryData<string> Odd => ["", "a>a", "a>b", "a>b b>a a>c c>b", "a>b c>d", "a>b*1000 b>c"];
}
