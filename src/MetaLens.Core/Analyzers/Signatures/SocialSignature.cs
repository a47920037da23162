using MetaLens.Lenses;

namespace MetaLens.Analyzers.Signatures;

/// <summary>How a party spreads its messages over its contacts, and whether it keeps doing so.</summary>
/// <param name="Party">The party.</param>
/// <param name="Shares">Share of the party's sent messages that goes to its contacts, largest first, over the whole time; sums to 1.</param>
/// <param name="SelfDistance">Mean Jensen–Shannon distance (bits, 0 … 1) between its ranked shares in consecutive windows; low = persistent.</param>
/// <param name="ReferenceDistance">Mean of the same to other parties in the same window; NaN without another.</param>
/// <param name="Turnover">1 − mean Jaccard index of its contacts in consecutive windows: 0 same people, 1 all others.</param>
public sealed record SocialSignature(PartyId Party, IReadOnlyList<double> Shares, double SelfDistance, double ReferenceDistance, double Turnover);
