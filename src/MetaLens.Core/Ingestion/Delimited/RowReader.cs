using System.Globalization;
using System.Text;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Delimited;

/// <summary>Reads rows one at a time into the log: every dialect, quotes, several recipients in a cell, messages of several rows; says where a bad row is bad.</summary>
sealed class RowReader(SourceFile file, DelimitedLayout layout, MessageLogBuilder log, ReadContext context)
{
    const int MaxNameLength = 1024;
    const int MaxLinesInRow = 10_000;

    readonly List<int> _recipients = [];
    readonly PendingMessage _pending = new(log);
    string[] _cells = [];
    string _row = "";
    LineSource? _lines;
    long _line;

    /// <summary>Whether a name is taken as it stands: nothing to trim, to unescape or to reject.</summary>
    public static bool IsPlainName(string name) => Unescaped(name.AsSpan().Trim()).Length == name.Length && NameProblem(name, RejectReasons.SenderEmpty) is null;

    /// <summary>Reads one row, and further lines where a quoted cell goes on there.</summary>
    /// <param name="row">The line the row begins with, neither empty nor a comment.</param>
    /// <param name="lines">The line's source.</param>
    public void Read(string row, LineSource lines)
    {
        (_row, _line, _lines) = (row, lines.Line, lines);
        if (row.Contains('"', StringComparison.Ordinal)) ReadQuoted(lines);
        else Take(DelimitedRow.Split(row, layout.Delimiter));
    }

    /// <summary>Says that no further row belongs to the message of the last one.</summary>
    public void Flush() => _pending.Flush();

    // A quoted cell may hold line breaks. When its quote never closes, only the first line is given up, not the rest of the file.
    void ReadQuoted(LineSource lines)
    {
        var joined = new StringBuilder(_row);
        var taken = new List<string>();
        var isOpen = !DelimitedRow.QuotesBalance(_row);
        while (isOpen && taken.Count < MaxLinesInRow && lines.Next() is { } more)
        {
            taken.Add(more);
            joined.Append('\n').Append(more);
            isOpen ^= !DelimitedRow.QuotesBalance(more);
        }
        var whole = joined.ToString();
        if (!isOpen && DelimitedRow.TrySplitQuoted(whole, layout.Delimiter, out var cells)) { Take(cells); return; }
        lines.Return(taken);
        context.Report.Reject(RejectReasons.QuoteBroken, new Place(file.Name, _line, _row.IndexOf('"', StringComparison.Ordinal) + 1), "row", _row);
    }

    void Take(string[] cells)
    {
        _cells = cells;
        var roles = layout.Roles;
        // The last row of a file that broke off has lost cells and its line end; rows of fewer cells elsewhere only leave out what nobody needs.
        if (layout.Header is not null && cells.Length < layout.Width && _lines is { IsCut: true }) { Reject(RejectReasons.Truncated, cells.Length - 1); return; }
        if (cells.Length < roles.Needed) { Reject(RejectReasons.TooFewCells, cells.Length - 1); return; }
        if (layout.Header is not null && cells.Length > layout.Width) { Reject(RejectReasons.TooManyCells, layout.Width); return; }
        if (NameProblem(Cell(roles.Sender), RejectReasons.SenderEmpty) is { } badSender) { Reject(badSender, roles.Sender); return; }
        if (roles.Recipient >= 0 && RecipientProblem(Cell(roles.Recipient)) is { } badRecipient) { Reject(badRecipient, roles.Recipient); return; }
        if (roles.Recipient < 0 && NameProblem(Cell(roles.Conversation), RejectReasons.ConversationEmpty) is { } badConversation) { Reject(badConversation, roles.Conversation); return; }
        if (layout.Times.Read(Cell(roles.Time), out var sentAt) is { } badTime) { Reject(badTime, roles.Time); return; }
        // A call that nobody answered has a negative length.
        if (SizeProblem(Cell(roles.Size), out var size) is { } badSize && !(roles.AreCalls && badSize == RejectReasons.SizeNegative)) { Reject(badSize, roles.Size); return; }

        var sender = log.Actor(Cell(roles.Sender));
        _recipients.Clear();
        if (roles.Recipient >= 0)
            foreach (var part in Cell(roles.Recipient).SplitAny(";|"))
                if (Cell(roles.Recipient)[part].Trim() is { IsEmpty: false } name) _recipients.Add(log.Actor(name));
        var conversation = Cell(roles.Conversation);
        _pending.Add(Cell(roles.Id), roles, sentAt, sender, _recipients, size,
            conversation.IsEmpty ? -1 : log.Conversation(conversation),
            new MessageTraits(roles.Recipient >= 0 ? RecipientBasis.Exact : RecipientBasis.SpeakersOnly));
    }

    ReadOnlySpan<char> Cell(int column) => column >= 0 && column < _cells.Length ? Unescaped(_cells[column].AsSpan().Trim()) : default;

    // The ' that MetaLens and others write before a cell that a spreadsheet would run as a formula is no part of the name.
    static ReadOnlySpan<char> Unescaped(ReadOnlySpan<char> cell) => cell is ['\'', '=' or '+' or '-' or '@', ..] ? cell[1..] : cell;

    static RejectReason? NameProblem(ReadOnlySpan<char> name, RejectReason whenEmpty)
    {
        if (name.IsEmpty) return whenEmpty;
        if (name.Length > MaxNameLength) return RejectReasons.NameTooLong;
        foreach (var c in name)
        {
            if (c == '\uFFFD') return RejectReasons.TextNotUtf8;
            if (char.IsControl(c)) return RejectReasons.NameHasControlCharacter;
        }
        return null;
    }

    static RejectReason? RecipientProblem(ReadOnlySpan<char> cell)
    {
        var any = false;
        foreach (var part in cell.SplitAny(";|"))
        {
            var name = cell[part].Trim();
            if (name.IsEmpty) continue;
            any = true;
            if (NameProblem(name, RejectReasons.RecipientEmpty) is { } problem) return problem;
        }
        return any ? null : RejectReasons.RecipientEmpty;
    }

    static RejectReason? SizeProblem(ReadOnlySpan<char> text, out int size)
    {
        size = -1;
        if (text.IsEmpty) return null;
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bytes))
            return text.TrimStart('-').IndexOfAnyExceptInRange('0', '9') < 0 ? RejectReasons.SizeTooLarge : RejectReasons.SizeUnreadable;
        if (bytes is < 0) return RejectReasons.SizeNegative;
        if (bytes > int.MaxValue) return RejectReasons.SizeTooLarge;
        size = (int)bytes;
        return null;
    }

    void Reject(RejectReason reason, int column)
    {
        // Only now is the place in the row worth finding; cells of quoted rows count as if unquoted.
        var at = 1;
        for (var i = 0; i < column && i < _cells.Length; i++) at += _cells[i].Length + 1;
        var name = layout.Header is { } header && column >= 0 && column < header.Count ? header[column] : $"column {column + 1}";
        context.Report.Reject(reason, new Place(file.Name, _line, Math.Min(at, _row.Length + 1)), name, column >= 0 && column < _cells.Length ? _cells[column] : _row);
    }
}
