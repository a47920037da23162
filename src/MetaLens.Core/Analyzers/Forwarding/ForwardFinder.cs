using MetaLens.Analyzers.Timelines;
using MetaLens.Lenses;

namespace MetaLens.Analyzers.Forwarding;

/// <summary>Finds messages that look passed on: received, and sent on to somebody else at the same size soon after.</summary>
public static class ForwardFinder
{
    /// <summary>
    /// For every message a party sends, the latest message of the same size it received from somebody else within the window before; kept when the chance of such an equal size is small: with f the share of all messages
    /// of that size and k the messages the party received in the window, 1 − (1 − f)^k. Steps count along paths. Sizes or ends that are hidden, and an empty log, give nothing. O(deliveries · received in a window).
    /// </summary>
    /// <param name="seen">The observation, already restricted to the kinds that count.</param>
    /// <param name="windowMs">Longest time between receiving and passing on, milliseconds, above 0.</param>
    /// <param name="mostChance">Largest chance kept, 0 … 1.</param>
    /// <param name="stop">Stops it.</param>
    public static IReadOnlyList<Forward> Of(Observation seen, long windowMs, double mostChance, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentOutOfRangeException.ThrowIfLessThan(windowMs, 1);
        ArgumentOutOfRangeException.ThrowIfNotEqual(mostChance, Math.Clamp(mostChance, 0, 1));
        var ofSize = new Dictionary<int, int>();
        var known = 0;
        foreach (var bytes in seen.Size)
            if (bytes >= 0)
            {
                ofSize[bytes] = ofSize.GetValueOrDefault(bytes) + 1;
                known++;
            }
        var timelines = PartyTimelines.Of(seen);
        var found = new List<(int Row, int EarlierRow, int Via, int To, double Chance)>();
        for (var p = 0; p < seen.PartyCount; p++)
        {
            stop.ThrowIfCancellationRequested();
            var entries = timelines[p];
            for (var e = 0; e < entries.Length; e++)
            {
                var (to, bytes) = (entries[e].Alter, seen.Size[entries[e].Row]);
                if (!entries[e].IsSent || to < 0 || to == p || bytes < 0) continue;
                int received = 0, earlier = -1;
                for (var b = e - 1; b >= 0 && entries[e].SeenAt - entries[b].SeenAt <= windowMs; b--)
                {
                    if (entries[b].IsSent || entries[b].SeenAt == entries[e].SeenAt || entries[b].Alter < 0) continue;
                    received++;
                    if (earlier < 0 && entries[b].Alter != to && seen.Size[entries[b].Row] == bytes) earlier = entries[b].Row;
                }
                // The message itself and the one it may repeat say nothing of how common the size is.
                var common = Math.Max(0, ofSize[bytes] - 2.0) / Math.Max(1, known);
                var chance = 1 - Math.Pow(1 - common, received);
                if (earlier >= 0 && chance <= mostChance) found.Add((entries[e].Row, earlier, p, to, chance));
            }
        }
        var stepOf = new Dictionary<int, int>();
        var forwards = new List<Forward>(found.Count);
        foreach (var f in found.OrderBy(f => f.Row).ThenBy(f => f.To))
        {
            var step = stepOf.GetValueOrDefault(f.EarlierRow) + 1;
            stepOf[f.Row] = step;
            forwards.Add(new Forward(seen.SeenAt[f.Row], new PartyId(seen.Sender[f.EarlierRow]), new PartyId(f.Via), new PartyId(f.To), seen.Size[f.Row], (seen.SeenAt[f.Row] - seen.SeenAt[f.EarlierRow]) / 1000.0, step, f.Chance));
        }
        return forwards;
    }
}
