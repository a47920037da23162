using System.Globalization;

namespace MetaLens.Cli.Output;

/// <summary>Plain aligned columns; numbers to the right. The same on a terminal and in a pipe.</summary>
static class TextTable
{
    const int WidestCell = 60;

    public static void Write(TextWriter output, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        var cells = rows.Select(row => row.Select(Cell).ToArray()).ToList();
        var numeric = columns.Select((_, c) => cells.Count > 0 && cells.All(r => r[c].Length == 0 || double.TryParse(r[c], NumberStyles.Float, CultureInfo.InvariantCulture, out double _))).ToArray();
        var width = columns.Select((name, c) => Math.Max(name.Length, cells.Count == 0 ? 0 : cells.Max(r => r[c].Length))).ToArray();
        Line([.. columns]);
        foreach (var row in cells) Line(row);

        void Line(string[] line) =>
            output.WriteLine(string.Join("  ", line.Select((cell, c) => numeric[c] ? cell.PadLeft(width[c]) : cell.PadRight(width[c]))).TrimEnd());
    }

    /// <summary>A value as people read it: up to four decimals, control characters of names made visible.</summary>
    public static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            double x when !double.IsFinite(x) => "",
            double x => x.ToString(Math.Abs(x) >= 1000 ? "0" : "0.####", CultureInfo.InvariantCulture),
            bool b => b ? "yes" : "no",
            NodaTime.Instant t => TimeText.Iso(t.ToUnixTimeMilliseconds()),
            IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
        text = VisibleText.Of(text);
        return text.Length <= WidestCell ? text : string.Concat(text.AsSpan(0, WidestCell - 1), "…");
    }
}
