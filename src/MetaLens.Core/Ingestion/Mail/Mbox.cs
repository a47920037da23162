using System.Globalization;
using System.Text;

namespace MetaLens.Ingestion.Mail;

/// <summary>
/// Cuts an mbox into its messages, streaming. A separator is a line <c>From …</c> that is shaped like one and is followed by a header; the length that the
/// mboxcl form states is believed only where the next separator, or the end, does lie there.
/// </summary>
sealed class Mbox(SourceFile file, MailReader reader, ReadContext context)
{
    readonly MailHeader _header = new();
    long _messageStart, _bodyStart, _protectedUntil, _lastEnd, _blankLength, _line;
    string _envelopeDate = "";
    bool _any, _inHeader, _afterBlank;
    Stream? _peek;

    /// <summary>Whether a file begins like an mbox.</summary>
    public static bool Looks(ReadOnlySpan<byte> head)
    {
        if (!IsEnvelope(LineAt(head, 0, out var next))) return false;
        return IsHeaderStart(LineAt(head, next, out _));
    }

    public void ReadAll()
    {
        using var stream = file.Open();
        using var peek = stream.CanSeek ? file.Open() : null;
        _peek = peek;
        var lines = new ByteLines(stream);
        // A From line may be text: what follows decides. It is held back for one line.
        (long Offset, long Length, long Number, string Date, bool AfterBlank)? held = null;
        while (lines.Next(out var line))
        {
            if ((lines.Number & 0xFFFF) == 0) context.Stop.ThrowIfCancellationRequested();
            if (held is { } from)
            {
                held = null;
                if (IsHeaderStart(line)) Begin(from.Offset, from.Length, from.Number, from.Date, from.AfterBlank);
                else TakeLine("From"u8, from.Offset + from.Length);
            }
            if (line is [(byte)'F', (byte)'r', (byte)'o', (byte)'m', (byte)' ', ..] && lines.Offset >= _protectedUntil && IsEnvelope(line))
                held = (lines.Offset, lines.Length, lines.Number, DateOf(line), _afterBlank);
            else TakeLine(line, lines.Offset + lines.Length);
        }
        // Cut inside its header, a message may lack recipients: nothing in it is sure.
        if (_any && _inHeader && lines.HasNoEnd)
        {
            context.Report.Reject(RejectReasons.Truncated, new Place(file.Name, lines.Number, 1), "header", "");
            _any = false;
        }
        else if (lines.HasNoEnd) context.Report.NoteCut();
        End(lines.Offset + lines.Length - (_afterBlank ? _blankLength : 0));
        if (lines.IsBroken) context.Report.Reject(RejectReasons.Truncated, new Place(file.Name, lines.Number, 1), "file", "");
    }

    void TakeLine(ReadOnlySpan<byte> line, long end)
    {
        _afterBlank = line.IsEmpty && !_inHeader;
        (_blankLength, _lastEnd) = (end - _lastEnd, end);
        if (!_any || !_inHeader) return;
        if (!line.IsEmpty) { _header.Take(line); return; }
        _inHeader = false;
        _bodyStart = end;
        _protectedUntil = EndByLength();
    }

    void Begin(long offset, long length, long number, string date, bool afterBlank)
    {
        // The blank line before a separator belongs to the form, not to the message.
        End(offset - (afterBlank ? _blankLength : 0));
        (_any, _inHeader, _messageStart, _protectedUntil, _envelopeDate, _line, _afterBlank) = (true, true, offset + length, 0, date, number, false);
        _lastEnd = _messageStart;
    }

    void End(long end)
    {
        if (!_any) return;
        reader.Take(_header, Math.Max(0, end - _messageStart), _envelopeDate, new Place(file.Name, _line, 1));
        _header.Clear();
        _any = false;
    }

    // A stated length counts only if a separator or the end of the file is where it points.
    long EndByLength()
    {
        if (!long.TryParse(_header["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length)) return 0;
        if (_peek is null || length > _peek.Length - _bodyStart) return 0;
        _peek.Seek(_bodyStart + length, SeekOrigin.Begin);
        Span<byte> next = stackalloc byte[8];
        next = next[.._peek.ReadAtLeast(next, next.Length, throwOnEndOfStream: false)].TrimStart("\r\n"u8);
        return next.IsEmpty || next.StartsWith("From "u8) ? _bodyStart + length : 0;
    }

    // "From - …", "From 1844347792267117879@xxx …", "From ada@example.org Mon Jan  2 15:04:05 2006": one word, then nothing or a date.
    static bool IsEnvelope(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8) || line.Length > 1000) return false;
        var rest = line[5..].Trim((byte)' ');
        var blank = rest.IndexOf((byte)' ');
        return blank < 0 || rest[blank..].Trim((byte)' ') is [>= (byte)'A' and <= (byte)'Z', _, _, (byte)' ' or (byte)',', ..] || rest[..blank].Contains((byte)'@');
    }

    static bool IsHeaderStart(ReadOnlySpan<byte> line) => MailHeader.IsField(line) || line.StartsWith(">From "u8);

    static string DateOf(ReadOnlySpan<byte> line)
    {
        var rest = line[5..].Trim((byte)' ');
        var blank = rest.IndexOf((byte)' ');
        return blank < 0 ? "" : Encoding.Latin1.GetString(rest[blank..]);
    }

    static ReadOnlySpan<byte> LineAt(ReadOnlySpan<byte> text, int start, out int next)
    {
        var rest = text[Math.Min(start, text.Length)..];
        var end = rest.IndexOf((byte)'\n');
        next = end < 0 ? text.Length : start + end + 1;
        return (end < 0 ? rest : rest[..end]).TrimEnd((byte)'\r');
    }
}
