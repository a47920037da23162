using System.Net;
using System.Text;

namespace MetaLens.Ingestion.Meta;

/// <summary>
/// Reads a thread that was downloaded as HTML. Class names change from year to year, so a message is known by its shape: an element whose first child with text
/// names the sender and whose last one is a date.
/// </summary>
sealed class ThreadHtmlReader(SourceFile file, ThreadMembers members, MediaSizes media, WallClock clock, ReadContext context)
{
    const int LongestPage = 512 << 20;
    const int DeepestNesting = 256;
    static readonly string[] Headers = ["Participants:", "Participants :", "Teilnehmer:", "Participantes:", "Partecipanti:", "Deelnemers:"];
    static readonly string[] WithoutEnd = ["br", "img", "hr", "meta", "link", "input", "source", "wbr", "area", "base", "col", "embed", "track", "!doctype"];

    readonly Stack<HtmlBlock> _open = new();
    string _page = "";
    int _at, _listDepth, _messages;

    public void ReadAll()
    {
        if (file.Length > LongestPage) throw new MessageFormatException(new Place(file.Name), $"a page of {file.Length} bytes", $"at most {LongestPage}", "download the JSON form");
        using (var reader = new StreamReader(file.Open(), Encoding.UTF8)) _page = reader.ReadToEnd();
        _open.Push(new HtmlBlock(""));
        while (_at < _page.Length)
        {
            if (_page[_at] == '<') ReadTag();
            else ReadText();
        }
        if (_open.Any(b => b.Tag is "html" or "body" or "div")) context.Report.Reject(RejectReasons.Truncated, new Place(file.Name, Offset: _page.Length), "html", "");
        if (_messages == 0) context.Report.Note($"{file.Name}: no message with a sender and a readable date; the JSON download can be read in any language.",
            "A page held no message with a sender and a readable date; the JSON download can be read in any language.");
    }

    void ReadText()
    {
        var next = _page.IndexOf('<', _at);
        if (next < 0) next = _page.Length;
        var text = WebUtility.HtmlDecode(_page[_at..next]).Trim();
        _at = next;
        if (text.Length == 0 || _listDepth > 0) return;
        if (_messages == 0 && Headers.FirstOrDefault(h => text.StartsWith(h, StringComparison.Ordinal)) is { } header) ReadParticipants(text[header.Length..]);
        else _open.Peek().AddText(text);
    }

    void ReadParticipants(string names)
    {
        foreach (var part in names.Split(", "))
            foreach (var name in part.Split(" and "))
                if (name.Trim() is { Length: > 0 } plain) members.Participant(members.Actor(Encoding.UTF8.GetBytes(plain)));
    }

    void ReadTag()
    {
        context.Stop.ThrowIfCancellationRequested();
        var end = _page.IndexOf('>', _at);
        if (end < 0) { _at = _page.Length; return; }
        var tag = _page.AsSpan(_at + 1, end - _at - 1);
        _at = end + 1;
        var isEnd = tag.StartsWith('/');
        if (isEnd) tag = tag[1..];
        var nameEnd = tag.IndexOfAny(" \t\r\n/");
        var name = (nameEnd < 0 ? tag : tag[..nameEnd]).ToString().ToLowerInvariant();
        // "<>" and "</>" are no elements; the page itself is the one without a name.
        if (name.Length == 0) return;
        if (name is "style" or "script" && !isEnd) { PassOver(name); return; }
        if (isEnd) { Close(name); return; }
        if (name is "img" or "video" or "audio" or "source" or "a") AddMedia(name, tag);
        if (Array.IndexOf(WithoutEnd, name) >= 0 || tag.EndsWith('/') || name.StartsWith('!')) return;
        if (_open.Count >= DeepestNesting) throw new MessageFormatException(new Place(file.Name, Offset: _at), $"elements nested deeper than {DeepestNesting}", "a page of messages", "download the JSON form");
        if (name == "ul") _listDepth++;
        _open.Push(new HtmlBlock(name));
    }

    void PassOver(string name)
    {
        var end = _page.IndexOf($"</{name}", _at, StringComparison.OrdinalIgnoreCase);
        _at = end < 0 ? _page.Length : end;
        if (_at < _page.Length && _page.IndexOf('>', _at) is >= 0 and var close) _at = close + 1;
    }

    void Close(string name)
    {
        if (_open.All(b => b.Tag != name)) return;
        while (true)
        {
            var block = _open.Pop();
            if (block.Tag == "ul")
            {
                _listDepth--;
                context.Report.Skip("reactions without a time");
            }
            if (!TryMessage(block)) _open.Peek().AddChild(block);
            if (block.Tag == name) return;
        }
    }

    bool TryMessage(HtmlBlock block)
    {
        if (block.Children < 2 || block.FirstText.Length == 0 || !MonthNameDate.TryRead(block.LastText, out var local) || MonthNameDate.TryRead(block.FirstText, out _)) return false;
        var draft = new MessageDraft { TextBytes = block.Bytes - Encoding.UTF8.GetByteCount(block.FirstText) - Encoding.UTF8.GetByteCount(block.LastText) };
        draft.HasText = draft.TextBytes > 0;
        foreach (var (kind, uri) in block.Media) draft.Attach(kind, media.SizeOf(uri));
        members.Add(clock.Read(local), members.Actor(Encoding.UTF8.GetBytes(block.FirstText)), draft.Size, draft.Kind);
        _messages++;
        return true;
    }

    void AddMedia(string element, ReadOnlySpan<char> tag)
    {
        var attribute = element == "a" ? "href=\"" : "src=\"";
        var start = tag.IndexOf(attribute);
        if (start < 0) return;
        var uri = tag[(start + attribute.Length)..];
        var quote = uri.IndexOf('"');
        if (quote <= 0) return;
        var path = WebUtility.HtmlDecode(uri[..quote].ToString());
        // Links and the pictures of emoji point out of the download.
        if (path.Contains(':', StringComparison.Ordinal) || path.StartsWith('#')) return;
        var kind = element switch { "img" => MessageKind.Photo, "video" => MessageKind.Video, "audio" => MessageKind.Voice, _ => MediaKind.OfName(path) };
        if (_open.Peek().Media.All(m => m.Uri != path)) _open.Peek().Media.Add((kind, path));
    }
}
