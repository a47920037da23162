using MetaLens.Lenses;

namespace MetaLens.Analyzers.Sizes;

/// <summary><see cref="SizeSigns"/> as a table.</summary>
sealed class KindsAnalysis : IAnalysis
{
    static readonly AnalysisParameter Least = new("least", "20", "messages of one size below which it is no receipt and no reaction, 2 … 1000000");

    public AnalysisCard Card { get; } = new(
        "kinds",
        "What kinds of message the sizes betray: receipts, reactions, stickers, files sent again; short and long texts, photos, videos.",
        "A size stands out when more messages have it than if those of sizes within 10 % were spread evenly (Poisson tail, corrected for all distinct sizes, at most 0.001). Standing out, at most 512 bytes and at least --least messages: receipt when four in "
        + "five follow another's message in the thread within 10 s, reaction when they do within an hour. Standing out, at least 1 KiB and three times: a file sent again (sticker, GIF, forward). The rest by size: short text to 160 bytes, long text below 4 KiB, "
        + "small file or voice below 50 kB, photo below 3 MB, large file. Kinds that are shown are not used; shown and share_shown compare.",
        "Bytes; counts; shares and chance 0 … 1.",
        "Empty log, sizes hidden: no rows. One message, to oneself or not, all of one size: one range. Hidden senders: nothing follows another's, so no receipt and no reaction. Padding: sizes are shared by texts of all lengths, and a padded step is no receipt unless it answers at once.",
        "O(n log n). Memory O(messages).",
        "Sizes tell actions: Coull and Dyer, ACM CCR 44(5):5 (2014), doi 10.1145/2677046.2677048; Bahramali et al., NDSS 2020, doi 10.14722/ndss.2020.24347; the rules and limits are MetaLens' own.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [Least];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("kind", "what the size says"), new("bytes_low", "smallest size"), new("bytes_high", "largest size"), new("messages", "messages of these sizes"), new("share", "part of all messages of known size, 0 … 1"), new("senders", "distinct senders"),
        new("share_at_once", "within 10 s of another's message, 0 … 1"), new("share_after_other", "next after another's message within an hour, 0 … 1"), new("chance", "that so many have this size by accident, 0 … 1"),
        new("shown", "kind shown for most of them"), new("share_shown", "part shown as that, 0 … 1"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var signs = SizeSigns.Of(seen, arguments.Whole(Least.Name, 2, 1_000_000));
        double all = signs.Sum(s => s.Messages);
        var rows = signs.Select(s => (object?[])[Word(s.Kind), s.LowestBytes, s.HighestBytes, s.Messages, s.Messages / all, s.Senders, s.ShareAtOnce, s.ShareAfterOther, AnalysisTable.Cell(s.Chance), s.Shown.Length == 0 ? null : s.Shown, AnalysisTable.Cell(s.ShareShown)]).ToList();
        return new AnalysisTable(rows, rows.Count == 0 ? ["No size is visible."] : [$"{signs.Count(s => double.IsFinite(s.Chance))} sizes give themselves away; consistent with these kinds, sizes prove none."]);
    }

    static string Word(SizeKind kind) => kind switch
    {
        SizeKind.ShortText => "short text",
        SizeKind.LongText => "long text",
        SizeKind.SmallFile => "small file or voice",
        SizeKind.Photo => "photo",
        SizeKind.LargeFile => "video or large file",
        SizeKind.RepeatedFile => "file sent again",
        SizeKind.Receipt => "receipt",
        _ => "reaction",
    };
}
