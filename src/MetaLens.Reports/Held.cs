using MetaLens.Analyzers.Rhythm;
using MetaLens.Graphs;
using MetaLens.Lenses;
using MetaLens.Reports.Findings;

namespace MetaLens.Reports;

/// <summary>What an observer holds of records, counted.</summary>
sealed record Held(int Readable, int Kinds, int Ends, int Times, int Sizes, int Ties, string Closest, int ClosestMessages, QuietWindow? Quiet)
{
    const int EnoughMessages = 50;

    public static Held Of(Observation seen, Evidence evidence)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        int kinds = 0, ends = 0, sizes = 0;
        for (var row = 0; row < seen.Count; row++)
        {
            if (seen.KindsVisible && seen.Kind[row] != MessageKind.Unspecified) kinds++;
            if (seen.Sender[row] >= 0 && seen.RecipientOffset[row + 1] > seen.RecipientOffset[row]) ends++;
            if (seen.Size[row] >= 0) sizes++;
        }
        var ties = GraphBuilder.Undirected(seen).Ties().Where(t => evidence.Owner is not { } me || t.A == me || t.B == me).OrderByDescending(t => t.Messages).ThenBy(t => t.A).ThenBy(t => t.B).ToList();
        var language = evidence.Language;
        var closest = ties.Count == 0 ? language["held.closest.unnamed"] : evidence.IsCoarse ? language["held.closest.named"]
            : evidence.Owner is { } owner ? Name(ties[0].A == owner ? ties[0].B : ties[0].A) : language.Say("pair", ("first", Name(ties[0].A)), ("second", Name(ties[0].B)));
        return new Held(seen.ContentReadable ? seen.Count : 0, kinds, ends, seen.Count, sizes, ties.Count,
            ties.Count == 0 || evidence.IsCoarse ? closest : language.Say("held.closest", ("name", closest), ("messages", ties[0].Messages)), ties.Count == 0 ? 0 : evidence.IsCoarse ? 1 : ties[0].Messages, Night(seen, evidence));

        string Name(int party) => evidence.NameOf(party);
    }

    static QuietWindow? Night(Observation seen, Evidence evidence)
    {
        if (!evidence.Clock.KnowsTimeOfDay || evidence.IsCoarse) return null;
        var waking = evidence.Owner is { } owner
            ? WakingTable.OfParty(seen, evidence.Clock, new PartyId(owner), EnoughMessages, evidence.Seed)
            : WakingTable.OfPopulation(seen, evidence.Clock, evidence.Seed);
        return waking is null || waking.Messages < EnoughMessages || !DayAndNightFinding.IsNight(waking.Quiet) ? null : waking.Quiet;
    }
}
