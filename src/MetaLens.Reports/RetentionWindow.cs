using System.Collections.Immutable;
using MetaLens.Exposure;

namespace MetaLens.Reports;

/// <summary>What is left where records are kept for so long and no longer.</summary>
/// <param name="Days">How long, days back from the last message; null = for ever.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Sentence">What is held then.</param>
/// <param name="Messages">Messages held.</param>
/// <param name="Ties">Pairs of people in touch, or the owner's contacts, that show in them.</param>
/// <param name="ClosestMessages">Messages of the strongest tie; 0 for none.</param>
/// <param name="Cells">The ten questions, asked of what is held; empty where too little was there to measure.</param>
public sealed record RetentionWindow(int? Days, string Words, string Sentence, int Messages, int Ties, int ClosestMessages, ImmutableArray<ExposureCell> Cells);
