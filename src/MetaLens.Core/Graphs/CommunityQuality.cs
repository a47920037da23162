namespace MetaLens.Graphs;

/// <summary>What a good division into communities has much of.</summary>
public enum CommunityQuality
{
    /// <summary>Tie weight inside communities beyond what the nodes' strengths alone would give (Newman and Girvan 2004; resolution by Reichardt and Bornholdt 2006).</summary>
    Modularity,

    /// <summary>Constant Potts model: tie weight inside communities beyond γ per pair of members (Traag, Van Dooren, Nesterov 2011). No resolution limit.</summary>
    Cpm,
}
