using System.Collections.Immutable;
using MetaLens.Graphs;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>
/// The ties least likely to be chance, few enough to draw: the disparity filter asks of each tie how often a share as large would fall to it if its ends spread their messages at random over their contacts.
/// Source: Serrano, Boguñá, Vespignani, PNAS 106(16):6483 (2009), doi:10.1073/pnas.0808904106.
/// </summary>
public static class Backbone
{
    /// <summary>At most so many ties, the least likely first; a tie counts by the less likely of its two ends, equals by messages. O(ties log ties).</summary>
    public static ImmutableArray<Tie> Of(CommunicationGraph graph, int most = NodeLink.MaxLinks)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var strength = new double[graph.NodeCount];
        foreach (var tie in graph.Ties())
        {
            strength[tie.A] += tie.Messages;
            strength[tie.B] += tie.Messages;
        }
        // Logarithms: among strong ties the probabilities themselves would all be 0.
        double LogChance(int end, int messages) => graph.Degree(end) < 2 ? 0 : (graph.Degree(end) - 1) * Math.Log(1 - (messages / strength[end]));
        return [.. graph.Ties().OrderBy(t => Math.Min(LogChance(t.A, t.Messages), LogChance(t.B, t.Messages))).ThenByDescending(t => t.Messages).ThenBy(t => t.A).ThenBy(t => t.B).Take(most)];
    }
}
