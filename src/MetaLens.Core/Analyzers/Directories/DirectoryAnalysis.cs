using CsvHelper;
using MetaLens.Lenses;
using NodaTime;

namespace MetaLens.Analyzers.Directories;

/// <summary><see cref="DirectoryContacts"/> as a table.</summary>
sealed class DirectoryAnalysis : IAnalysis
{
    static readonly AnalysisParameter FileParameter = new("directory", "", "CSV file with the header actor,category: who is listed and as what");

    public AnalysisCard Card { get; } = new(
        "directory",
        "Who was in touch with the numbers or addresses of a list that you give.",
        "Every tie with a listed party: deliveries both ways, first and last. Names must be as the observer sees them. A contact says that messages passed, nothing of why.",
        "Counts; times.",
        "No directory, empty log, nobody listed occurs, only messages to oneself: no rows. Pseudonyms match nothing.",
        "O(deliveries + ties). Memory O(ties).",
        "Mayer, Mutchler, Mitchell, PNAS 113:5536 (2016), doi 10.1073/pnas.1508081113.");

    public IReadOnlyList<AnalysisParameter> Parameters { get; } = [FileParameter];

    public IReadOnlyList<AnalysisColumn> Columns { get; } =
    [
        new("actor", "the party"), new("listed", "the listed party"), new("category", "the directory's word"), new("messages", "deliveries both ways"), new("first", "first"), new("last", "last"),
    ];

    public AnalysisTable Run(Observation seen, AnalysisArguments arguments, CancellationToken stop)
    {
        seen = seen.Restrict(ObservationWindow.Communication);
        var path = arguments.Text(FileParameter.Name);
        if (path.Length == 0) return new AnalysisTable([], ["No directory given: --directory FILE with the header actor,category."]);
        var rows = DirectoryContacts.Of(seen, Read(path))
            .Select(c => (object?[])[seen.NameOf(c.Party), seen.NameOf(c.Listed), c.Category, c.Messages, Instant.FromUnixTimeMilliseconds(c.First), Instant.FromUnixTimeMilliseconds(c.Last)]).ToList();
        return new AnalysisTable(rows, []);
    }

    static Dictionary<string, string> Read(string path)
    {
        if (!File.Exists(path)) throw new ArgumentException($"--directory: there is no file '{path}'.");
        using var csv = CsvReader.FromText(File.ReadAllText(path), new CsvReaderOptions { HasHeader = false });
        var header = csv.Read() ? Cells(csv) : [];
        var (actor, category) = (header.IndexOf("actor"), header.IndexOf("category"));
        if (actor < 0 || category < 0) throw new ArgumentException($"--directory: '{path}' has no header actor,category.");
        var categoryOf = new Dictionary<string, string>(StringComparer.Ordinal);
        while (csv.Read())
            if (Cells(csv) is var cells && cells.Count > Math.Max(actor, category)) categoryOf[cells[actor]] = cells[category];
        return categoryOf;
    }

    static List<string> Cells(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
}
