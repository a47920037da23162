namespace MetaLens.Graphs;

/// <summary>What "before" means for deliveries of one instant.</summary>
public enum MotifOrder
{
    /// <summary>t₁ &lt; t₂ &lt; t₃: simultaneous deliveries are never part of one motif. One mail to many makes no motif by itself.</summary>
    Strict,

    /// <summary>Simultaneous deliveries follow each other in the order of the records.</summary>
    Recorded,
}
