using MetaLens.Lenses;

namespace MetaLens.Analyzers.Sizes;

/// <summary>How large a party's messages are.</summary>
/// <param name="Party">The party.</param>
/// <param name="Messages">Messages whose size is known, at least 1.</param>
/// <param name="TotalBytes">Their bytes together.</param>
/// <param name="MedianBytes">Median bytes.</param>
/// <param name="NinetiethBytes">Bytes that nine in ten do not exceed.</param>
/// <param name="DistinctShare">Distinct sizes over messages, above 0 … 1: 1 = no two alike; padding brings it down.</param>
public sealed record PartySizes(PartyId Party, int Messages, long TotalBytes, double MedianBytes, int NinetiethBytes, double DistinctShare);
