namespace MetaLens.Attacks.Relationships;

/// <summary>How <see cref="ManagerInference"/> learns.</summary>
public sealed record ManagerInferenceOptions
{
    /// <summary>Penalty λ/2 · Σ w² of the logistic regression: above 0.</summary>
    public double Ridge { get; init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(Ridge), value, "Above 0."); } = 3;

    /// <summary>Whether the company kept with people whose manager is known counts, besides the pair itself.</summary>
    public bool CountsPeers { get; init; } = true;
}
