using CsvHelper;

namespace MetaLens.Ingestion.Delimited;

/// <summary>Cuts rows into cells. Plain rows are cut here; rows with quotes go to CsvHelper.</summary>
static class DelimitedRow
{
    /// <summary>The cells of a row; never null, at least one.</summary>
    public static string[] Split(string row, char delimiter) =>
        row.Contains('"', StringComparison.Ordinal) && TrySplitQuoted(row, delimiter, out var cells) ? cells
        : delimiter == ' ' ? row.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)
        : row.Split(delimiter);

    /// <summary>The cells of a row that holds quotes.</summary>
    /// <returns>False when a quote is broken.</returns>
    public static bool TrySplitQuoted(string row, char delimiter, out string[] cells)
    {
        using var reader = CsvReader.FromText(row, new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            MalformedData = CsvMalformedDataHandling.Skip,
        });
        var found = reader.Read();
        cells = new string[found ? reader.FieldCount : 0];
        for (var i = 0; i < cells.Length; i++) cells[i] = reader.GetString(i);
        return found;
    }

    /// <summary>Whether every quote of a text is closed: an even number of them.</summary>
    public static bool QuotesBalance(ReadOnlySpan<char> text)
    {
        var quotes = 0;
        foreach (var c in text) if (c == '"') quotes++;
        return quotes % 2 == 0;
    }
}
