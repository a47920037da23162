using System.Collections.Frozen;

namespace MetaLens.Ingestion.WhatsApp;

/// <summary>Finds the words of <see cref="Languages"/> in names of files and in lines.</summary>
static class Phrases
{
    const int Longest = 60;

    enum Meaning { Deleted, DeletedByOwner, Call, Omitted }

    static readonly Language[] Others = [.. Languages.All.Where(l => l.Tag != "en")];
    static readonly string[] ChatNames = [.. Languages.All.SelectMany(l => l.ChatNames)];
    static readonly string[] AttachedWords = [.. Languages.All.Select(l => l.Attached)];
    static readonly string[] NoticeBeginnings = [.. Languages.All.SelectMany(l => l.Notices)];
    static readonly string[] CallBeginnings = [.. Languages.All.SelectMany(l => l.Calls)];

    static readonly string[] EditMarks = [.. Languages.All.SelectMany(l => l.Edited).Select(e => $"<{e}>")];

    // Words of other languages that stand in files otherwise like English ones.
    static readonly string[] SignsOfOthers =
    [
        .. Others.SelectMany(l => (string[])[.. l.ChatNames, l.Attached, .. l.Notices]),
        "<Medien ausgeschlossen>", "<Multimedia omitido>", "<Mídia oculta>", "<Arquivo de mídia oculto>", "<Médias omis>", "<Media omessi>", "<Media weggelaten>", "<Без медиафайлов>",
    ];

    static readonly FrozenDictionary<string, (Meaning Meaning, MessageKind Kind)> Whole = WholeLines();

    /// <summary>Whether a line or a file name holds words of a language whose dates begin with the day.</summary>
    public static bool IsOtherLanguage(string text) => text.Length < 4096 && Array.Exists(SignsOfOthers, p => text.Contains(p, StringComparison.Ordinal));

    /// <summary>The chat's name from that of its file or archive; null where it has none of WhatsApp's own prefixes.</summary>
    public static string? ChatName(string fileName)
    {
        var stem = fileName.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || fileName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? fileName[..^4] : fileName;
        // A second download: "… (1)".
        if (stem.EndsWith(')') && stem.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var copy && stem.AsSpan(copy + 2, stem.Length - copy - 3).ContainsAnyExceptInRange('0', '9') == false) stem = stem[..copy];
        // Some ways of sending a file put _ for every blank.
        return Array.Find(ChatNames, p => stem.StartsWith(p, StringComparison.OrdinalIgnoreCase)) is { } prefix ? stem[prefix.Length..].Trim()
            : Array.Find(ChatNames, p => stem.StartsWith(p.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase)) is { } joined ? stem[joined.Length..].Replace('_', ' ').Trim()
            : null;
    }

    /// <summary>The words after an attachment's file name on Android; −1 = the text is no such line, else where the name ends.</summary>
    public static int EndOfAttachedName(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[^1] != ')') return -1;
        foreach (var phrase in AttachedWords)
            if (text.EndsWith(phrase, StringComparison.OrdinalIgnoreCase)) return text.Length - phrase.Length;
        return -1;
    }

    /// <summary>Where the mark of an edit begins at the end of a text; −1 = there is none. iOS puts a mark of direction before it, and then it may be of any language.</summary>
    public static int StartOfEdit(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[^1] != '>') return -1;
        if (text.LastIndexOf("\u200E<") is >= 0 and var marked) return marked;
        foreach (var mark in EditMarks)
            if (text.EndsWith(mark, StringComparison.Ordinal)) return text.Length - mark.Length;
        return -1;
    }

    /// <summary>What a text that is WhatsApp's own words, and nothing besides, stands for.</summary>
    /// <param name="text">The text.</param>
    /// <param name="byOwner">Only the owner's own deletions are written this way, so it gives the owner away.</param>
    /// <returns>The kind of message; null when a person wrote it. Unspecified = a deleted one.</returns>
    public static MessageKind? WholeLine(ReadOnlySpan<char> text, out bool byOwner)
    {
        byOwner = false;
        if (text.Length > Longest || !Whole.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.TrimEnd('.'), out var found)) return null;
        byOwner = found.Meaning == Meaning.DeletedByOwner;
        return found.Kind;
    }

    public static bool IsNotice(ReadOnlySpan<char> text) => StartsWithAny(text, NoticeBeginnings);

    /// <summary>A call in a line with WhatsApp's mark, where its length may follow.</summary>
    public static bool IsMarkedCall(ReadOnlySpan<char> text) => text.Length < Longest && StartsWithAny(text, CallBeginnings);

    static bool StartsWithAny(ReadOnlySpan<char> text, string[] phrases)
    {
        foreach (var phrase in phrases)
            if (text.StartsWith(phrase, StringComparison.Ordinal)) return true;
        return false;
    }

    static FrozenDictionary<string, (Meaning, MessageKind)> WholeLines()
    {
        var lines = new Dictionary<string, (Meaning, MessageKind)>(StringComparer.OrdinalIgnoreCase);
        foreach (var language in Languages.All)
        {
            foreach (var text in language.DeletedByOwner) lines[text] = (Meaning.DeletedByOwner, MessageKind.Unspecified);
            foreach (var text in language.Deleted) lines.TryAdd(text, (Meaning.Deleted, MessageKind.Unspecified));
            foreach (var text in language.Calls) lines.TryAdd(text, (Meaning.Call, MessageKind.Call));
            foreach (var (kind, texts) in language.Omitted)
                foreach (var text in texts) lines.TryAdd(text, (Meaning.Omitted, kind));
        }
        return lines.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
