using MetaLens.Lenses;

namespace MetaLens.Analyzers.Rhythm;

/// <summary>When somebody is awake and where on earth that may be.</summary>
/// <param name="Party">Who; null for everybody together.</param>
/// <param name="Messages">Messages behind the answer.</param>
/// <param name="ActiveDays">Local days with activity.</param>
/// <param name="Quiet">The six quietest hours of the local day.</param>
/// <param name="Zone">The UTC offset; null when times are not true instants or data are too few.</param>
/// <param name="EntropyBits">Shannon entropy of activity over the 24 hours, 0 (always the same hour) … 4.585 (even).</param>
/// <param name="MeanHour">Circular mean of activity, local, 0 … 24.</param>
/// <param name="ResultantLength">How concentrated activity is round that hour, 0 … 1.</param>
/// <param name="Sleep">Nights read from silences; null for everybody together, who are never silent.</param>
public sealed record WakingHours(
    PartyId? Party, int Messages, int ActiveDays, QuietWindow Quiet, ZoneEstimate? Zone, double EntropyBits, double MeanHour, double ResultantLength, SleepEstimate? Sleep);
