using System.Collections.Immutable;
using MetaLens.Graphs;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>Who is closest: how much of a person's traffic goes to one other. Counted, so shown; that many messages mean closeness is an inference the evidence states.</summary>
public static class ClosestFinding
{
    /// <summary>A person is counted from this many messages sent on; below, "one contact gets most" is arithmetic, not a habit.</summary>
    const int EnoughMessages = 10;
    const int Shown = 15;
    const string NotProof = "The counts are exact. That many messages mean a close tie is an inference: of everything that metadata says it is the best single sign of one, and no proof.";

    /// <summary>The finding for the owner of an export, or over everybody. O(ties log ties).</summary>
    public static Finding Of(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.Owner is { } owner ? OfOwner(evidence, owner) : OfEverybody(evidence);
    }

    static Finding OfOwner(Evidence evidence, int owner)
    {
        var ties = evidence.Undirected.Ties().Where(t => t.A == owner || t.B == owner).OrderByDescending(t => t.Messages).ToList();
        if (ties.Count == 0) return Nothing();
        long all = ties.Sum(t => (long)t.Messages);
        var first = ties[0];
        var share = first.Messages / (double)all;
        var name = evidence.NameOf(Other(first));
        return new Finding("closest", "Closest people",
            $"{Figures.Count(first.Messages)} of your {Figures.Count(all)} messages to and from people ({Figures.Percent(share)}) are with one of {Figures.Count(ties.Count)}: {name}.",
            Certainty.Shown,
            ["Counted over messages in both directions; a message to a group counts once for each recipient."],
            Finding.Named(("messages_with_closest", first.Messages), ("messages", all), ("share_with_closest", share), ("contacts", ties.Count)),
            [Bars(evidence, ties.Take(Shown).Select(t => (Other(t), t)), "The people you exchange most messages with", owner)])
        {
            Question = "closeness",
            Surprise = Math.Max(0, share - (1.0 / ties.Count)),
            Headline = $"{Figures.Percent(share)} of your messages are with one person.",
            Wrong = NotProof,
        };

        int Other(Tie t) => t.A == owner ? t.B : t.A;
    }

    static Finding OfEverybody(Evidence evidence)
    {
        var graph = evidence.Directed;
        var shares = new List<double>();
        for (var v = 0; v < graph.NodeCount; v++)
        {
            int sent = 0, most = 0;
            for (var e = graph.Offset[v]; e < graph.Offset[v + 1]; e++) (sent, most) = (sent + graph.Messages[e], Math.Max(most, graph.Messages[e]));
            if (sent >= EnoughMessages) shares.Add(most / (double)sent);
        }
        if (shares.Count == 0) return Nothing();
        shares.Sort();
        var median = shares[shares.Count / 2];
        var half = shares.Count(s => s >= 0.5);
        return new Finding("closest", "Closest people",
            (half == 0
                ? $"None of {Figures.Count(shares.Count)} people who sent at least {EnoughMessages} messages"
                : $"{Figures.Count(half)} of {Figures.Count(shares.Count)} people who sent at least {EnoughMessages} messages ({Figures.Percent(half / (double)shares.Count)})")
                + $" sent half of them or more to one person; the closest contact of the median person gets {Figures.Percent(median)}.",
            Certainty.Shown,
            ["Counted over messages sent; the one recipient who gets most of them is compared with all of them."],
            Finding.Named(("people_half_to_one", half), ("people", shares.Count), ("messages_at_least", EnoughMessages), ("share_half_to_one", half / (double)shares.Count), ("median_share_to_closest", median)),
            [Bars(evidence, evidence.Undirected.Ties().OrderByDescending(t => t.Messages).Take(Shown).Select(t => (-1, t)), "The ties that carry most messages", null)])
        {
            Question = "closeness",
            Surprise = half / (double)shares.Count,
            Headline = $"{Figures.Percent(half / (double)shares.Count)} of people here send half of their messages or more to one person.",
            Wrong = NotProof,
        };
    }

    static BarChart Bars(Evidence evidence, IEnumerable<(int Other, Tie Tie)> ties, string title, int? owner)
    {
        var bars = ties.Select(t =>
        {
            var there = owner is { } o ? Sent(o, t.Other) : Sent(t.Tie.A, t.Tie.B);
            return new Bar(owner is null ? $"{evidence.NameOf(t.Tie.A)} → {evidence.NameOf(t.Tie.B)}" : evidence.NameOf(t.Other), t.Tie.Messages, there, Key: Evidence.KeyOf(owner is null ? t.Tie.A : t.Other), OtherKey: owner is null ? Evidence.KeyOf(t.Tie.B) : null);
        }).ToImmutableArray();
        return new BarChart("ties", title, $"Bars for the {bars.Length} strongest ties, each divided by direction. The longest is {bars[0].Label} with {Figures.Number(bars[0].Value)} messages.",
            "messages", bars, owner is null ? ("as the arrow points", "back") : ("sent", "received"));

        double Sent(int from, int to) => evidence.Directed.Find(from, to) is >= 0 and var e ? evidence.Directed.Messages[e] : 0;
    }

    static Finding Nothing() => Finding.Unknown("closest", "Closest people", "There are not enough messages between two people to say who is close to whom.");
}
