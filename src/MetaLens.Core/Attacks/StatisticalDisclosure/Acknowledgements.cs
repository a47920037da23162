using MetaLens.Lenses;
using MetaLens.Lenses.Protections;
using NodaTime;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary>Delivery receipts that an observer cannot tell from messages, but whose promptness gives them away.</summary>
static class Acknowledgements
{
    const double SmallestShare = 0.2;
    const long Prompt = 8_000, Slow = 64_000;

    /// <summary>Within what time a device acknowledges.</summary>
    public static Duration Horizon { get; } = Duration.FromMilliseconds(Prompt);

    /// <summary>
    /// Whether sightings of two parties within 8 s are more frequent than those within 8–64 s explain, by at least one for every five sightings. Never where receipts are known to be off: messages to many at once look alike.
    /// </summary>
    public static bool AreSent(Observation seen, SightingColumns sightings)
    {
        if (seen.Lens.Protections.LastOrDefault(p => p is ReceiptsOn or ReceiptsOff) is ReceiptsOff) return false;
        long prompt = 0, slow = 0;
        for (int e = 0, first = 0; e < sightings.Count; e++)
        {
            while (sightings.At[e] - sightings.At[first] >= Slow) first++;
            for (var f = e - 1; f >= first; f--)
            {
                if (sightings.Party[f] == sightings.Party[e] || sightings.Row[f] == sightings.Row[e]) continue;
                if (sightings.At[e] - sightings.At[f] < Prompt) prompt++;
                else slow++;
                if (e - f > 1000) break;
            }
        }
        return prompt - ((double)slow * Prompt / (Slow - Prompt)) >= SmallestShare * sightings.Count;
    }
}
