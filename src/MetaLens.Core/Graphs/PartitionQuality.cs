namespace MetaLens.Graphs;

/// <summary>How good a division of a graph's nodes into communities is.</summary>
public static class PartitionQuality
{
    /// <summary>
    /// Modularity of an undirected graph: Q = Σ_c [ w_c/m − γ (s_c/2m)² ], w_c the tie weight inside community c, s_c the sum of its nodes' strengths, m all tie weight.
    /// −0.5 … 1; 0 for a graph without ties. O(edges). Source: Newman, Girvan, Phys. Rev. E 69, 026113 (2004), doi 10.1103/PhysRevE.69.026113.
    /// </summary>
    public static double Modularity(CommunicationGraph graph, Partition partition, TieWeight weight = TieWeight.Messages, double resolution = 1) =>
        Of(graph, partition, CommunityQuality.Modularity, weight, resolution);

    /// <summary>
    /// Constant Potts model of an undirected graph, per unit of tie weight: (1/2m) Σ_c [ 2 w_c − γ n_c² ], n_c the members of community c. At most 1; 0 without ties. O(edges).
    /// Source: Traag, Van Dooren, Nesterov, Phys. Rev. E 84, 016114 (2011), doi 10.1103/PhysRevE.84.016114; scaled as in igraph.
    /// </summary>
    public static double Cpm(CommunicationGraph graph, Partition partition, TieWeight weight, double resolution) =>
        Of(graph, partition, CommunityQuality.Cpm, weight, resolution);

    static double Of(CommunicationGraph graph, Partition partition, CommunityQuality quality, TieWeight weight, double resolution)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(partition);
        if (partition.Group.Length != graph.NodeCount)
            throw new ArgumentException($"the partition has {partition.Group.Length} nodes, the graph {graph.NodeCount}", nameof(partition));
        return PottsGraph.Of(graph, quality, weight, resolution).QualityOf(partition.Group.AsSpan(), partition.Count);
    }
}
