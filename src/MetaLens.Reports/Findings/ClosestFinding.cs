using System.Collections.Immutable;
using MetaLens.Graphs;
using MetaLens.Reports.Charts;
using MetaLens.Reports.Languages;
using MetaLens.Reports.Publication;

namespace MetaLens.Reports.Findings;

/// <summary>Who is closest: how much of a person's traffic goes to one other. Counted, so shown; that many messages mean closeness is an inference the evidence states.</summary>
public static class ClosestFinding
{
    /// <summary>A person is counted from this many messages sent on; below, "one contact gets most" is arithmetic, not a habit.</summary>
    const int EnoughMessages = 10;
    const int Shown = 15;

    /// <summary>The finding for the owner of an export, or over everybody. O(ties log ties).</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Owner is { } owner ? OfOwner(evidence, owner) : OfEverybody(evidence);
    }

    static Finding OfOwner(Evidence evidence, int owner)
    {
        var language = evidence.Language;
        if (evidence.IsCoarse) return Finding.Unknown("closest", language["closest.heading"], language["closest.unknown.published"]);
        var ties = evidence.Undirected.Ties().Where(t => t.A == owner || t.B == owner).OrderByDescending(t => t.Messages).ToList();
        if (ties.Count == 0) return Nothing(language);
        long all = ties.Sum(t => (long)t.Messages);
        var first = ties[0];
        var share = first.Messages / (double)all;
        var name = evidence.NameOf(Other(first));
        return new Finding("closest", language["closest.heading"],
            language.Say("closest.own.sentence", ("first", first.Messages), ("messages", all), ("share", share), ("contacts", ties.Count), ("name", name)),
            Certainty.Shown,
            [language["closest.own.evidence"]],
            Finding.Named(("messages_with_closest", first.Messages), ("messages", all), ("share_with_closest", share), ("contacts", ties.Count)),
            [Bars(evidence, ties.Take(Shown).Select(t => (Other(t), t)), language["closest.own.picture"], owner)])
        {
            Question = "closeness",
            Surprise = Math.Max(0, share - (1.0 / ties.Count)),
            Headline = language.Say("closest.own.headline", ("share", share)),
            Wrong = language["closest.wrong"],
        };

        int Other(Tie t) => t.A == owner ? t.B : t.A;
    }

    static Finding OfEverybody(Evidence evidence)
    {
        var language = evidence.Language;
        var graph = evidence.Directed;
        var shares = new List<double>();
        for (var v = 0; v < graph.NodeCount; v++)
        {
            int sent = 0, most = 0;
            for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++) (sent, most) = (sent + graph.Messages[e], Math.Max(most, graph.Messages[e]));
            if (sent >= EnoughMessages) shares.Add(most / (double)sent);
        }
        if (shares.Count == 0) return Nothing(language);
        shares.Sort();
        var median = shares[shares.Count / 2];
        var half = shares.Count(s => s >= 0.5);
        var share = half / (double)shares.Count;
        // So few can be found by those who know them.
        if (evidence.IsCoarse && half is > 0 and < PublishedRecords.SmallestGroup) return OfSoFew(language, shares.Count, median);
        return new Finding("closest", language["closest.heading"],
            half == 0
                ? language.Say("closest.all.sentence.none", ("people", shares.Count), ("least", EnoughMessages), ("median", median))
                : language.Say("closest.all.sentence", ("half", half), ("people", shares.Count), ("least", EnoughMessages), ("share", share), ("median", median)),
            Certainty.Shown,
            [language["closest.all.evidence"]],
            Finding.Named(("people_half_to_one", half), ("people", shares.Count), ("messages_at_least", EnoughMessages), ("share_half_to_one", share), ("median_share_to_closest", median)),
            [Bars(evidence, evidence.Undirected.Ties().OrderByDescending(t => t.Messages).Take(Shown).Select(t => (-1, t)), language["closest.all.picture"], null)])
        {
            Question = "closeness",
            Surprise = share,
            Headline = language.Say("closest.all.headline", ("share", share)),
            Wrong = language["closest.wrong"],
        };
    }

    static Finding OfSoFew(Language language, int people, double median) => new("closest", language["closest.heading"],
        language.Say("closest.all.sentence.few", ("smallest", PublishedRecords.SmallestGroup), ("people", people), ("least", EnoughMessages), ("median", median)),
        Certainty.Shown, [language["closest.all.evidence"]],
        Finding.Named(("people_fewer_than", PublishedRecords.SmallestGroup), ("people", people), ("messages_at_least", EnoughMessages), ("median_share_to_closest", median)), [])
    { Question = "closeness", Wrong = language["closest.wrong"] };

    static BarChart Bars(Evidence evidence, IEnumerable<(int Other, Tie Tie)> ties, string title, int? owner)
    {
        var bars = ties.Select(t =>
        {
            var there = owner is { } o ? Sent(o, t.Other) : Sent(t.Tie.A, t.Tie.B);
            return new Bar(owner is null ? $"{evidence.NameOf(t.Tie.A)} → {evidence.NameOf(t.Tie.B)}" : evidence.NameOf(t.Other), t.Tie.Messages, there, Key: Evidence.KeyOf(owner is null ? t.Tie.A : t.Other), OtherKey: owner is null ? Evidence.KeyOf(t.Tie.B) : null);
        }).ToImmutableArray();
        var language = evidence.Language;
        return new BarChart("ties", title, language.Say("closest.picture.description", ("bars", bars.Length), ("name", bars[0].Label), ("messages", bars[0].Value)),
            language["chart.messages"], bars, owner is null ? (language["closest.picture.there"], language["closest.picture.back"]) : (language["closest.picture.sent"], language["closest.picture.received"]))
        { Language = language };

        double Sent(int from, int to) => evidence.Directed.Find(from, to) is >= 0 and var e ? evidence.Directed.Messages[e] : 0;
    }

    static Finding Nothing(Language language) => Finding.Unknown("closest", language["closest.heading"], language["closest.unknown"]);
}
