namespace MetaLens.Synthesis;

/// <summary>A relationship as one end sees it.</summary>
/// <param name="Other">The other person.</param>
/// <param name="Weight">How often, relative to the other bonds.</param>
/// <param name="FirstDay">First day on which it exists.</param>
/// <param name="LastDay">Last day on which it exists.</param>
readonly record struct Bond(int Other, double Weight, int FirstDay, int LastDay);
