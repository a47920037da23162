namespace MetaLens.Exposure;

/// <summary>What a protection leaves of an attack.</summary>
public enum DefenceOutcome
{
    /// <summary>Its interval is not below that of the attack without the protection.</summary>
    Holds,

    /// <summary>Its interval lies below that of the attack without the protection.</summary>
    Weaker,

    /// <summary>Its interval reaches what guessing scores, or a tenth at most is left of what the attack had above guessing.</summary>
    Beaten,
}
