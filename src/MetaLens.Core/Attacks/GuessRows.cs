using MetaLens.Lenses;

namespace MetaLens.Attacks;

/// <summary>Rankings as the rows that every attack's table begins with.</summary>
static class GuessRows
{
    /// <summary>Of each party's scored parties the best, equal ones in order of index; only scores above <paramref name="above"/>.</summary>
    public static IEnumerable<object?[]> Best(Observation seen, PartyId subject, IEnumerable<(PartyId Guess, double Score)> scored, int top, double above = 0) =>
        scored.Where(s => s.Score > above).OrderByDescending(s => s.Score).ThenBy(s => s.Guess.Index).Take(top)
            .Select((s, i) => new object?[] { seen.NameOf(subject), i + 1, seen.NameOf(s.Guess), s.Score });
}
