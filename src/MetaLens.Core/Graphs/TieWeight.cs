namespace MetaLens.Graphs;

/// <summary>What a tie counts as its weight. Every weight is above 0.</summary>
public enum TieWeight
{
    /// <summary>Each tie counts 1.</summary>
    Unweighted,

    /// <summary>Deliveries on the tie.</summary>
    Messages,

    /// <summary>ln(1 + deliveries): tames the few ties that carry most of the traffic.</summary>
    LogMessages,
}
