using MetaLens.Analyzers.Unicity;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>
/// Found again without a name: how many people are the only one who fits a few known points, the hours in which they wrote or were written to. Unicity as in de Montjoye et al., "Unique in the Crowd",
/// Sci. Rep. 3:1376 (2013), doi:10.1038/srep01376, with hours of messages for places.
/// </summary>
public static class FoundAgainFinding
{
    const int MostPoints = 4, Draws = 10, FewestPeople = 20, MostAsked = 5000;

    /// <summary>The finding. Of more than 5,000 people, as many stand for all (within 1.4 points of them, nineteen times of twenty). O(5,000 × draws × people active in an hour) at worst.</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const string Id = "found-again";
        var language = evidence.Language;
        var heading = language["again.heading"];
        if (evidence.Owner is not null)
            return Finding.Unknown(Id, heading, language["again.unknown.own"]);
        var shares = UnicityCalculator.Of(evidence.Seen, PointKind.Hour, MostPoints, Draws, evidence.Seed, mostAsked: MostAsked);
        var last = shares[^1];
        if (last.Subjects < FewestPeople)
            return Finding.Unknown(Id, heading, language.Say("again.unknown.few", ("people", last.Subjects), ("points", MostPoints), ("fewest", FewestPeople)));
        var guessing = 1.0 / Enumerable.Range(0, evidence.Undirected.NodeCount).Count(v => evidence.Undirected.Degree(v) > 0);
        return new Finding(Id, heading,
            language.Say("again.sentence", ("points", MostPoints), ("share", last.Share), ("people", last.Subjects), ("draws", Draws), ("guessing", guessing)),
            Certainty.Shown,
            [language.Say("again.evidence.draws", ("points", MostPoints), ("low", last.Low), ("high", last.High)), language["again.evidence.source"]],
            Finding.Named(("points", MostPoints), ("share_unique", last.Share), ("share_unique_low", last.Low), ("share_unique_high", last.High), ("people", last.Subjects), ("draws", Draws), ("share_by_guessing", guessing)),
            [new BarChart("unicity", language["again.picture.title"],
                language.Say("again.picture.description", ("points", MostPoints), ("shares", string.Join(", ", shares.Select(s => language.Figures.Percent(s.Share))))), language["again.picture.unit"],
                [.. shares.Select(s => new Bar(language.Say("again.picture.bar", ("points", s.Points)), s.Share, Low: s.Low, High: s.High))], Share: true) { Language = language }])
        {
            Question = "identity",
            Wrong = language["again.wrong"],
            Surprise = last.Share,
            Headline = Tenths(last.Share) is { } tenths
                ? language.Say("again.headline.in-ten", ("points", MostPoints), ("part", tenths.Part), ("whole", tenths.Whole))
                : language.Say("again.headline.percent", ("points", MostPoints), ("share", last.Share)),
        };
    }

    /// <summary>A share in numbers a reader can repeat: 7 in 10, 4 in 5; none beyond 95 per cent and under 15.</summary>
    static (int Part, int Whole)? Tenths(double share)
    {
        if (share is < 0.15 or > 0.95) return null;
        var tenths = (int)Math.Round(share * 10);
        return tenths is 2 or 4 or 6 or 8 ? (tenths / 2, 5) : tenths == 5 ? (1, 2) : tenths >= 10 ? null : (tenths, 10);
    }
}
