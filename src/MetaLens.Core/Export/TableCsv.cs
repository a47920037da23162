using System.Globalization;
using CsvHelper;
using NodaTime;

namespace MetaLens.Export;

/// <summary>A table of values as CSV. Numbers keep all their digits; null is an empty cell.</summary>
public static class TableCsv
{
    /// <summary>The text of a table with its header.</summary>
    public static string Write(IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, SafeCsv.Options, leaveOpen: true))
        {
            csv.WriteRecord([.. columns]);
            foreach (var row in rows)
            {
                foreach (var value in row)
                {
                    // Numbers keep a leading minus; only text can be a formula.
                    if (value is string name) csv.WriteField(name);
                    else if (value is long or int or double) csv.WriteField(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                    else csv.WriteField(Text(value));
                }
                csv.EndRecord();
            }
        }
        return text.ToString();
    }

    static string Text(object? value) => value switch
    {
        null => "",
        bool b => b ? "true" : "false",
        Instant t => t.ToDateTimeUtc().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
