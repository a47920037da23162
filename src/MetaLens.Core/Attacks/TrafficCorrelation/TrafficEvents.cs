using MetaLens.Lenses;

namespace MetaLens.Attacks.TrafficCorrelation;

/// <summary>What a wire shows: who sent or received something, when and how large; not which upload became which download. In order of time, downloads of one instant in order of party.</summary>
sealed record TrafficEvents(int[] Party, long[] At, int[] Size)
{
    public int Count => Party.Length;

    public static TrafficEvents Uploads(Observation seen) =>
        Of(Enumerable.Range(0, seen.Count).Where(i => seen.Sender[i] >= 0).Select(i => (seen.Sender[i], seen.SeenAt[i], seen.Size[i])));

    public static TrafficEvents Downloads(Observation seen) =>
        Of(Enumerable.Range(0, seen.Count).SelectMany(i => seen.RecipientsOf(i).ToArray().Select(to => (to, seen.SeenAt[i], seen.Size[i]))));

    // Sorted by party within an instant, so that the order of rows cannot tell which belong together.
    static TrafficEvents Of(IEnumerable<(int Party, long At, int Size)> events)
    {
        var sorted = events.OrderBy(e => e.At).ThenBy(e => e.Party).ToArray();
        return new TrafficEvents(Array.ConvertAll(sorted, e => e.Party), Array.ConvertAll(sorted, e => e.At), Array.ConvertAll(sorted, e => e.Size));
    }
}
