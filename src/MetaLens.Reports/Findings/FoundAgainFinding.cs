using MetaLens.Analyzers.Unicity;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>
/// Found again without a name: how many people are the only one who fits a few known points, the hours in which they wrote or were written to. Unicity as in de Montjoye et al., "Unique in the Crowd",
/// Sci. Rep. 3:1376 (2013), doi:10.1038/srep01376, with hours of messages for places.
/// </summary>
public static class FoundAgainFinding
{
    const int MostPoints = 4, Draws = 10, FewestPeople = 20;

    /// <summary>The finding. O(people × draws × people active in an hour) at worst.</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "found-again", Heading = "Found again";
        if (evidence.Owner is not null)
            return Finding.Unknown(Id, Heading, "Your records show everybody else only in your company: whether they could be told apart in the records of all, yours do not say.");
        var shares = UnicityCalculator.Of(evidence.Seen, PointKind.Hour, MostPoints, Draws, evidence.Seed);
        var last = shares[^1];
        if (last.Subjects < FewestPeople)
            return Finding.Unknown(Id, Heading, $"{Figures.Count(last.Subjects)} people were active in at least {MostPoints} different hours; too few to say how many could be told apart (at least {FewestPeople}).");
        var guessing = 1.0 / Enumerable.Range(0, evidence.Undirected.NodeCount).Count(v => evidence.Undirected.Degree(v) > 0);
        return new Finding(Id, Heading,
            $"Whoever knows {MostPoints} hours in which a person wrote or was written to, and nothing else, finds that nobody else fits in {Figures.Percent(last.Share)} of cases ({Figures.Count(last.Subjects)} people, {Draws} tries each); guessing names the right one in {Figures.Percent(guessing)}.",
            Certainty.Shown,
            [$"For every person active in at least {MostPoints} different hours, {MostPoints} of these hours are drawn at random and everybody is looked for who was active in all of them; 95 % interval over people {Figures.Percent(last.Low)} to {Figures.Percent(last.High)}. Taking the names away does not help: the hours are the name.",
             "Hours count from the full hour UTC. Source: de Montjoye et al., Scientific Reports 3:1376 (2013)."],
            Finding.Named(("points", MostPoints), ("share_unique", last.Share), ("share_unique_low", last.Low), ("share_unique_high", last.High), ("people", last.Subjects), ("draws", Draws), ("share_by_guessing", guessing)),
            [new BarChart("unicity", "People who are the only one to fit, with 95 % intervals", $"Share of people who are alone in having been active in 1 to {MostPoints} given hours: {string.Join(", ", shares.Select(s => Figures.Percent(s.Share)))}.",
                "share of people", [.. shares.Select(s => new Bar(s.Points == 1 ? "1 known hour" : $"{s.Points} known hours", s.Share, Low: s.Low, High: s.High))], Share: true)])
        {
            Question = "identity",
            Wrong = "Nothing is guessed: it is counted how many fit. Somebody whose known hours are off by one, or who is not in these records, is not found.",
            Surprise = last.Share,
            Headline = $"Knowing {MostPoints} hours in which somebody was active is enough to single out {Tenths(last.Share)} people here.",
        };
    }

    /// <summary>A share in words a reader can repeat: "7 in 10", "4 in 5" where tenths make it, per cent beyond 95 and under 15.</summary>
    static string Tenths(double share)
    {
        if (share is < 0.15 or > 0.95) return $"{Figures.Percent(share)} of";
        var tenths = (int)Math.Round(share * 10);
        return tenths is 2 or 4 or 6 or 8 ? $"{tenths / 2} in 5" : tenths == 5 ? "1 in 2" : tenths >= 10 ? $"{Figures.Percent(share)} of" : $"{tenths} in 10";
    }
}
