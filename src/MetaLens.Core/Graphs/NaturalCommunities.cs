namespace MetaLens.Graphs;

/// <summary>
/// Communities at the resolution that the graph itself suggests, nothing being known of the people. Maximum modularity at resolution γ is the most likely planted partition with densities θ_in inside and θ_out
/// between communities if γ = (θ_in − θ_out)/(ln θ_in − ln θ_out); so γ is estimated from the communities found, and they are searched again, until it stays. Ties weigh ln(1 + messages).
/// </summary>
/// <remarks>Source: Newman, "Equivalence between modularity optimization and maximum likelihood methods for community detection", Phys. Rev. E 94, 052315 (2016), doi 10.1103/PhysRevE.94.052315. The weight was the best of eight on the departments of email-Eu.</remarks>
public static class NaturalCommunities
{
    const int Runs = 4, MostRounds = 15;
    const double Settled = 0.02;

    /// <summary>The communities and the resolution they were found at; a graph without ties gives everybody alone at resolution 1. O(rounds · runs · edges).</summary>
    /// <param name="ties">Who talks with whom.</param>
    /// <param name="seed">Seed of the searches.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static (Partition Partition, double Resolution) Of(CommunicationGraph ties, int seed, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(ties);
        var graph = GraphBuilder.ToUndirected(ties);
        var resolution = 1.0;
        var partition = Search(resolution);
        for (var round = 0; round < MostRounds; round++)
        {
            if (Estimate(graph, partition) is not { } estimate || Math.Abs(estimate - resolution) < Settled) break;
            resolution = estimate;
            partition = Search(resolution);
        }
        return (partition, resolution);

        Partition Search(double at) => Leiden.Of(graph, new LeidenOptions { Resolution = at, Weight = TieWeight.LogMessages, Runs = Runs, Seed = seed }, stop).Partition;
    }

    // Null where all weight is inside, or communities are no denser than what lies between them.
    static double? Estimate(CommunicationGraph graph, Partition partition)
    {
        double all = 0, inside = 0;
        var strength = new double[partition.Count];
        foreach (var tie in graph.Ties())
        {
            var weight = Math.Log(1 + tie.Messages);
            all += weight;
            if (partition.Group[tie.A] == partition.Group[tie.B]) inside += weight;
            strength[partition.Group[tie.A]] += weight;
            strength[partition.Group[tie.B]] += weight;
        }
        var expectedInside = strength.Sum(s => s * s) / (4 * all);
        double dense = inside / expectedInside, sparse = (all - inside) / (all - expectedInside);
        return sparse > 0 && dense > sparse ? (dense - sparse) / Math.Log(dense / sparse) : null;
    }
}
