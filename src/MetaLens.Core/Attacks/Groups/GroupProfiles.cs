using MetaLens.Graphs;

namespace MetaLens.Attacks.Groups;

/// <summary>Whom the members of each group talk with, members counting as far as they are believed to be some.</summary>
sealed class GroupProfiles
{
    /// <summary>Adds up. O(ties · groups).</summary>
    public GroupProfiles(CommunicationGraph graph, double[] weight, double[][] belief)
    {
        var groups = belief[0].Length;
        (Members, Total) = (new double[groups], new double[groups]);
        Weight = Array.ConvertAll(belief, _ => new double[groups]);
        for (var v = 0; v < belief.Length; v++)
            for (var g = 0; g < groups; g++)
            {
                if (belief[v][g] is not (> 0 and var share)) continue;
                Members[g] += share;
                for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++)
                {
                    Weight[graph.Target[e]][g] += share * weight[e];
                    Total[g] += share * weight[e];
                }
            }
    }

    /// <summary>Expected members of each group.</summary>
    public double[] Members { get; }

    /// <summary>For each contact and group, weight of the ties between the group's members and it.</summary>
    public double[][] Weight { get; }

    /// <summary>Weight of all ties of each group's members.</summary>
    public double[] Total { get; }
}
