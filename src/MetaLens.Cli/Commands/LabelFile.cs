using CsvHelper;
using MetaLens.Exposure.Evaluations;

namespace MetaLens.Cli.Commands;

/// <summary>Reads a label file: a CSV whose header names the columns of its question, in any order.</summary>
static class LabelFile
{
    public static LabelTable Read(string path, IReadOnlyList<string> columns)
    {
        var wanted = string.Join(",", columns.Select(c => c.EndsWith('?') ? $"[{c.TrimEnd('?')}]" : c));
        using var reader = CsvReader.FromText(File.ReadAllText(path), new CsvReaderOptions { HasHeader = false });
        if (!reader.Read()) throw new FormatException($"{path}:1: found an empty file; expected the header {wanted}.");
        var header = Cells(reader).ConvertAll(c => c.Trim().TrimStart('\uFEFF').ToLowerInvariant());
        var places = new List<int>();
        foreach (var column in columns)
        {
            var at = header.IndexOf(column.TrimEnd('?'));
            if (at >= 0) places.Add(at);
            else if (!column.EndsWith('?')) throw new FormatException($"{path}:1: found no column '{column}'; expected the header {wanted}. Mend: name the columns so.");
        }
        var rows = new List<LabelRow>();
        for (var line = 2; reader.Read(); line++)
        {
            var cells = Cells(reader);
            if (cells is [""] or []) continue;
            if (cells.Count <= places.Max()) throw new FormatException($"{path}:{line}: found {cells.Count} value(s); expected {wanted}. Mend: complete the row.");
            var values = places.ConvertAll(p => cells[p].Trim());
            if (values.Take(columns.Count(c => !c.EndsWith('?'))).Any(v => v.Length == 0)) throw new FormatException($"{path}:{line}: found an empty value; expected {wanted}. Mend: complete the row or leave it out.");
            rows.Add(new LabelRow(line, values));
        }
        return rows.Count > 0 ? new LabelTable(path, rows) : throw new FormatException($"{path}:2: found no row; expected one for each label.");
    }

    static List<string> Cells(CsvReader csv) => [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
}
