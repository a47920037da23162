using System.Text;

namespace MetaLens.Ingestion.Delimited;

/// <summary>How one delimited file is laid out: found out once from its head, then applied to every row.</summary>
/// <param name="Delimiter">One character; a blank stands for any run of blanks and tabs.</param>
/// <param name="Header">Column names; null for none.</param>
/// <param name="Width">Columns.</param>
/// <param name="Roles">Which is which.</param>
/// <param name="Times">How times are written.</param>
sealed record DelimitedLayout(char Delimiter, IReadOnlyList<string>? Header, int Width, ColumnRoles Roles, TimeStyle Times)
{
    const int SampleRows = 1000;
    static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Whether the head of a file looks like a table of messages, without options.</summary>
    public static bool Looks(ReadOnlySpan<byte> head)
    {
        var rows = FirstLines(head);
        return rows.Count > 0 && (IsSnap(rows) || Delimiters.Any(d => ColumnRoles.FromHeader(DelimitedRow.Split(rows[0], d)) is not null));
    }

    /// <summary>Finds the layout of a file.</summary>
    /// <exception cref="MessageFormatException">No delimiter and no columns fit; the message says what was found and how to name them.</exception>
    public static DelimitedLayout Of(SourceFile file, ReadOptions options)
    {
        var rows = FirstLines(file.Head);
        if (rows.Count == 0) throw new MessageFormatException(new Place(file.Name), "an empty file", "a table of messages", "check the file");
        var (delimiter, header, width, roles) = Columns(rows, options, file.Name);
        var samples = new List<string>();
        foreach (var row in rows.Skip(header is null ? 0 : 1).Take(SampleRows))
            if (DelimitedRow.Split(row, delimiter) is var cells && roles.Time < cells.Length) samples.Add(cells[roles.Time].Trim());
        return new DelimitedLayout(delimiter, header, width, roles, TimeStyle.Of(samples, options, file.Name));
    }

    static (char Delimiter, string[]? Header, int Width, ColumnRoles Roles) Columns(List<string> rows, ReadOptions options, string file)
    {
        if (options is { Columns: null, Delimiter: null } && IsSnap(rows)) return (' ', null, DelimitedRow.Split(rows[0], ' ').Length, ColumnRoles.Snap(DelimitedRow.Split(rows[0], ' ').Length));
        var candidates = options.Delimiter switch
        {
            null => Delimiters,
            "\\t" or "tab" => ['\t'],
            [var one] => [one],
            _ => throw new MessageFormatException(new Place(file), $"--delimiter '{options.Delimiter}'", "one character, or tab", "--delimiter ';'"),
        };
        // The delimiter that cuts the first row into the most columns; header names decide before numbers do.
        foreach (var (delimiter, first) in candidates.Select(d => new FirstRow(d, [.. DelimitedRow.Split(rows[0], d).Select(c => c.Trim())])).OrderByDescending(r => r.Cells.Length))
        {
            if (options.NoHeader)
            {
                if (options.Columns is not null) return (delimiter, null, first.Length, ColumnRoles.FromMapping(options.Columns, null, first.Length, file));
                if (first.Length is 3 or 4) return (delimiter, null, first.Length, ColumnRoles.Snap(first.Length));
                continue;
            }
            if (options.Columns is not null) return (delimiter, first, first.Length, ColumnRoles.FromMapping(options.Columns, first, first.Length, file));
            if (ColumnRoles.FromHeader(first) is { } roles) return (delimiter, first, first.Length, roles);
        }
        throw new MessageFormatException(new Place(file, 1, 1), "a first row without names for sender, recipient and time", "a header such as sender,recipient,sent_at,size",
            "name the columns, --columns sender=A,recipient=B,time=C (names or numbers), with --no-header if there is none");
    }

    sealed record FirstRow(char Delimiter, string[] Cells);

    /// <summary>Three or four numbers a row, parted by blanks: the form of the SNAP collection.</summary>
    static bool IsSnap(List<string> rows) =>
        rows.Take(10).All(row => DelimitedRow.Split(row, ' ') is { Length: 3 or 4 } cells && cells.All(c => long.TryParse(c, out var n) && n >= 0));

    static List<string> FirstLines(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF');
        // A first line with a NUL is no text; further down it is one bad row.
        if (text.AsSpan().IndexOf('\0') is >= 0 and var nul && text.AsSpan(0, nul).IndexOf('\n') < 0) return [];
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        // The last line of a full head is most likely cut; comment lines of the SNAP collection begin with #.
        if (lines.Count > 1) lines.RemoveAt(lines.Count - 1);
        lines.RemoveAll(l => l.Length == 0 || l[0] == '#');
        return lines;
    }
}
