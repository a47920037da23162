namespace MetaLens.Analyzers.Unicity;

/// <summary>How often a few known points single somebody out.</summary>
/// <param name="Points">Number of points known.</param>
/// <param name="Share">Mean over parties and draws of being the only one with these points, 0 … 1; NaN without a subject.</param>
/// <param name="Low">Lower end of the 95 % interval over the parties asked (normal), 0 … 1.</param>
/// <param name="High">Upper end.</param>
/// <param name="Subjects">Parties with at least so many points.</param>
public readonly record struct UnicityShare(int Points, double Share, double Low, double High, int Subjects);
