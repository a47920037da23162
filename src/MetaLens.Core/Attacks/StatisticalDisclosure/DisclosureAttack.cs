using MetaLens.Analyzers;
using MetaLens.Lenses;

namespace MetaLens.Attacks.StatisticalDisclosure;

/// <summary><see cref="ContactDisclosure"/> as the command line sees it.</summary>
public sealed class DisclosureAttack : IAnalysis
{
    /// <inheritdoc/>
    public AnalysisCard Card { get; } = new(
        "disclosure", "Names the likeliest contacts of everybody, although senders or recipients are hidden.",
        "Each row that shows one party is linked to at most one later row of another party within a reply's delay (8 s where acknowledgements show, else 2 h). Odds of a link: lift(u, v) · h(lag) / rows in "
        + "that lag bin; lift = links(u, v) · rows / (rows(u) · rows(v)), damped by 5 prior links; h and links are learned in rounds (expectation, maximisation). Uploads and downloads: linked within 1 min and by size. "
        + "Conversations without ends: a party's row is worth 1/(n − 1) to each of the n − 1 others seen there. Rows with both ends count 1.",
        "score: expected links or messages of the pair, 0 and up.",
        "No rows, one party, or both ends and conversations hidden: no guesses. Equal scores in order of index.",
        "O(rows · neighbours · rounds) time, O(rows · neighbours) memory, at most 4 million links.",
        "Danezis (2003), doi:10.1007/978-0-387-35691-4_40; Danezis and Troncoso (2009), doi:10.1007/978-3-642-03168-7_4; Martiny et al. (2021), doi:10.14722/ndss.2021.24180");

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisParameter> Parameters { get; } =
    [
        new("horizon", "auto", "longest delay of an answer, 1 s … 7 d, or auto"),
        new("top", "10", "guesses per party, 1 … 1000"),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<AnalysisColumn> Columns => AttackCatalog.GuessColumns;

    /// <inheritdoc/>
    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(arguments);
        var options = new ContactDisclosureOptions { Horizon = arguments.Text("horizon") == "auto" ? null : arguments.Duration("horizon") };
        var top = arguments.Whole("top", 1, 1000);
        var scores = ContactDisclosure.Scores(seen, options, stop);
        var rows = new List<object?[]>();
        for (var p = 0; p < seen.PartyCount; p++)
        {
            var rank = 0;
            foreach (var (alter, score) in scores.AltersOf(new PartyId(p)).Take(top))
                rows.Add([seen.NameOf(new PartyId(p)), ++rank, seen.NameOf(alter), score]);
        }
        return new AnalysisTable(rows, [$"Rests on: {scores.Basis}."]);
    }
}
