using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>
/// Found again without a name: how many people are the only one who fits a few known points, the hours in which they wrote. Unicity as in de Montjoye et al., "Unique in the Crowd",
/// Sci. Rep. 3:1376 (2013), doi:10.1038/srep01376, with hours of messages for places.
/// </summary>
public static class FoundAgainFinding
{
    const int MostPoints = 4, Draws = 5;

    /// <summary>The finding; for an owner the same about the people in the export. O(people × draws × people active in an hour).</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "found-again", Heading = "Found again";
        var (hours, people) = HoursOfEach(evidence);
        var eligible = hours.Where(h => h.Value.Length >= MostPoints).OrderBy(h => h.Key).ToList();
        if (eligible.Count < 20)
            return Finding.Unknown(Id, Heading, $"{Figures.Count(eligible.Count)} people wrote in at least {MostPoints} different hours; too few to say how many could be told apart (at least 20).");
        var random = new Random(evidence.Seed);
        var unique = new double[MostPoints];
        foreach (var (_, own) in eligible)
            for (var draw = 0; draw < Draws; draw++)
            {
                var order = (long[])own.Clone();
                random.Shuffle(order);
                HashSet<int>? left = null;
                for (var p = 0; p < MostPoints; p++)
                {
                    if (left is null) left = [.. people[order[p]]];
                    else left.IntersectWith(people[order[p]]);
                    if (left.Count == 1) unique[p]++;
                }
            }
        for (var p = 0; p < MostPoints; p++) unique[p] /= eligible.Count * (double)Draws;
        var share = unique[^1];
        return new Finding(Id, Heading,
            $"Whoever knows the hour of {MostPoints} messages of a person, and nothing else, finds exactly one who fits in {Figures.Percent(share)} of cases ({Figures.Count(eligible.Count)} people, {Draws} draws each); guessing names the right one in {Figures.Percent(1.0 / people.Values.SelectMany(p => p).Distinct().Count())}.",
            Certainty.Shown,
            [$"For every person who wrote in at least {MostPoints} different hours, {MostPoints} of these hours are drawn at random and everybody is looked for who wrote in all of them. Taking the names away does not help: the hours are the name.",
             "Hours count from the full hour UTC. Source: de Montjoye et al., Scientific Reports 3:1376 (2013)."],
            Finding.Named(("points", MostPoints), ("share_unique", share), ("people", eligible.Count), ("draws", Draws), ("share_by_guessing", 1.0 / people.Values.SelectMany(p => p).Distinct().Count())),
            [new BarChart("unicity", "People who are the only one to fit", $"Share of people who are alone in having written in 1 to {MostPoints} given hours: {string.Join(", ", unique.Select(Figures.Percent))}.",
                "share of people", [.. unique.Select((u, p) => new Bar(p == 0 ? "1 known hour" : $"{p + 1} known hours", u))], Share: true)])
        {
            Question = "identity",
            Surprise = share,
            Headline = $"From the hours of {MostPoints} messages alone, {Tenths(share)} people here are unique.",
        };
    }

    /// <summary>A share in words a reader can repeat: "7 in 10", "4 in 5" where tenths make it, per cent beyond 95 and under 15.</summary>
    static string Tenths(double share)
    {
        if (share is < 0.15 or > 0.95) return $"{Figures.Percent(share)} of";
        var tenths = (int)Math.Round(share * 10);
        return tenths is 2 or 4 or 6 or 8 ? $"{tenths / 2} in 5" : tenths == 5 ? "1 in 2" : tenths >= 10 ? $"{Figures.Percent(share)} of" : $"{tenths} in 10";
    }

    static (Dictionary<int, long[]> Hours, Dictionary<long, int[]> People) HoursOfEach(Evidence evidence)
    {
        var hours = new Dictionary<int, HashSet<long>>();
        var people = new Dictionary<long, HashSet<int>>();
        var senders = evidence.Seen.Sender;
        var times = evidence.Seen.SeenAt;
        for (var row = 0; row < senders.Length; row++)
        {
            if (senders[row] < 0) continue;
            var hour = (long)Math.Floor(times[row] / 3_600_000.0);
            if (!hours.TryGetValue(senders[row], out var own)) hours[senders[row]] = own = [];
            if (!people.TryGetValue(hour, out var there)) people[hour] = there = [];
            own.Add(hour);
            there.Add(senders[row]);
        }
        return (hours.ToDictionary(h => h.Key, h => h.Value.Order().ToArray()), people.ToDictionary(p => p.Key, p => p.Value.ToArray()));
    }
}
