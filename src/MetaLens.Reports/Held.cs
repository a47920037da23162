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
        var (ties, most) = (0, default(Tie));
        foreach (var tie in (evidence.HasRowsOf(seen) ? evidence.Undirected : GraphBuilder.Undirected(seen)).Ties())
        {
            if (evidence.Owner is { } me && tie.A != me && tie.B != me) continue;
            if (ties++ == 0 || tie.Messages > most.Messages) most = tie;
        }
        var language = evidence.Language;
        var closest = ties == 0 ? language["held.closest.unnamed"] : evidence.IsCoarse ? language["held.closest.named"]
            : evidence.Owner is { } owner ? Name(most.A == owner ? most.B : most.A) : language.Say("pair", ("first", Name(most.A)), ("second", Name(most.B)));
        return new Held(seen.ContentReadable ? seen.Count : 0, kinds, ends, seen.Count, sizes, ties,
            ties == 0 || evidence.IsCoarse ? closest : language.Say("held.closest", ("name", closest), ("messages", most.Messages)), ties > 0 && evidence.IsCoarse ? 1 : most.Messages, Night(seen, evidence));

        string Name(int party) => evidence.NameOf(party);
    }

    static QuietWindow? Night(Observation seen, Evidence evidence)
    {
        if (!evidence.Clock.KnowsTimeOfDay || evidence.IsCoarse) return null;
        return (evidence.HasRowsOf(seen) ? evidence.Quiet : evidence.QuietOf(seen)) is { Messages: >= EnoughMessages, Hours: var hours } && DayAndNightFinding.IsNight(hours) ? hours : null;
    }
}
