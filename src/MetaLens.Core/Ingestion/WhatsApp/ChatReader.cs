using MetaLens.Messages;
using NodaTime;

namespace MetaLens.Ingestion.WhatsApp;

/// <summary>Reads one exported chat. Who is silent in it cannot be known: all who speak or are named in its notices receive.</summary>
sealed class ChatReader(Source source, SourceFile file, ChatDates dates, MessageLogBuilder log, ReadContext context)
{
    const int LongestName = 128;

    readonly WallClock _clock = new(context.Options.TimeZone);
    readonly HashSet<string> _speakers = new(StringComparer.Ordinal);
    readonly Dictionary<string, (string Name, int Actor)> _known = new(StringComparer.Ordinal);
    int _conversation;
    bool _pending, _hasText, _unknown;
    long _sentAt, _bytes;
    int _sender;
    MessageKind _kind;

    /// <summary>Those who spoke.</summary>
    public IReadOnlySet<string> Speakers => _speakers;

    /// <summary>The chat's name as its file, its archive or its first notice tells it; null for none.</summary>
    public string? ChatName { get; private set; } = Phrases.ChatName(file.FileName) ?? Phrases.ChatName(FolderName(file));

    /// <summary>The speaker who deleted "your own" messages; null when nobody did.</summary>
    public string? Owner { get; private set; }

    /// <summary>Whether a notice shows it to be a group, whose name is nobody's.</summary>
    public bool IsGroup { get; private set; }

    /// <summary>Its conversation in the log.</summary>
    public int Conversation => _conversation;

    /// <summary>What the times are measured against.</summary>
    public TimeBasis Basis => _clock.Basis;

    public void ReadAll()
    {
        _conversation = log.Conversation(ChatName ?? (file.FileName == "_chat.txt" ? FolderName(file) : Path.GetFileNameWithoutExtension(file.FileName)));
        long number = 0;
        foreach (var line in ChatLines.Of(file, context))
        {
            number++;
            if (LineHeader.TryRead(line, out var header) && header.Shape == dates.Shape) Begin(line, header, number);
            else if (_pending) Continue(line);
            else if (line.Length > 0) context.Report.Reject(RejectReasons.RecordMalformed, new Place(file.Name, number, 1), "line", line);
        }
        Flush();
    }

    void Begin(string line, in LineHeader header, long number)
    {
        Flush();
        if (!dates.TryRead(header, out var local))
        {
            context.Report.Reject(RejectReasons.DateNotOfOrder, new Place(file.Name, number, 1), "date", line.AsSpan(0, header.Length));
            return;
        }
        var rest = line.AsSpan(header.Length);
        var colon = EndOfName(rest, out var textAt);
        if (colon < 0) { TakeNotice(rest, local); return; }
        var text = rest[textAt..];
        if (!text.IsEmpty && text[0] == '\u200E' && MembershipLine.TryRead(text) is { } membership) { TakeMembership(membership, local); return; }
        var meaning = LineMeaning.Of(text, SizeBeside);
        if (meaning.IsSystem)
        {
            // In iOS exports the notice at the beginning bears the name of the chat.
            ChatName ??= Clean(rest[..colon]);
            context.Report.Skip("system lines");
            return;
        }
        var (name, sender) = Speaker(rest[..colon]);
        if (meaning.ByOwner) Owner ??= name;
        (_pending, _sentAt, _sender, _kind) = (true, _clock.Next(local), sender, meaning.Kind);
        _hasText = meaning.TextBytes >= 0;
        _unknown = meaning.AttachmentBytes < 0;
        _bytes = Math.Max(0, meaning.TextBytes) + Math.Max(0, meaning.AttachmentBytes);
    }

    (string Name, int Actor) Speaker(ReadOnlySpan<char> raw)
    {
        if (_known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(raw, out var known)) return known;
        var name = Clean(raw);
        _speakers.Add(name);
        return _known[raw.ToString()] = (name, log.Actor(name));
    }

    // A caption follows its attachment on lines of its own.
    void Continue(string line)
    {
        _bytes += LineMeaning.MeasureText(line) + (_hasText ? 1 : 0);
        _hasText = true;
    }

    void Flush()
    {
        if (!_pending) return;
        _pending = false;
        var size = _unknown || _kind == MessageKind.Call || _bytes == 0 || _bytes > int.MaxValue ? -1 : (int)_bytes;
        Add(_sentAt, _sender, size, _kind);
    }

    void Add(long sentAt, int sender, int size, MessageKind kind) => log.Add(new MessageRecord
    {
        SentAt = sentAt,
        Sender = sender,
        Recipients = [],
        Size = size,
        Conversation = _conversation,
        Kind = kind,
        Traits = new MessageTraits(RecipientBasis.SpeakersOnly),
    });

    void TakeNotice(ReadOnlySpan<char> text, LocalDateTime local)
    {
        if (MembershipLine.TryRead(text) is { } membership) TakeMembership(membership, local);
        else context.Report.Skip("system lines");
    }

    void TakeMembership(MembershipLine line, LocalDateTime local)
    {
        IsGroup = true;
        foreach (var member in line.Members)
            if (PersonOf(member) is { } name) log.Member(_conversation, log.Actor(name));
        if (PersonOf(line.Actor) is { } actor) Add(_clock.Next(local), log.Actor(actor), -1, MessageKind.Membership);
        else context.Report.Skip("system lines");
    }

    // "You" is the owner, who has a name only if the caller gave it.
    string? PersonOf(string name)
    {
        var person = Clean(name);
        return !MembershipLine.IsYou(person) ? person : context.Options.Me is [var me, ..] ? me : null;
    }

    // "Name: text", and "Name:" alone where a message has vanished. A notice may quote a colon after its verb.
    static int EndOfName(ReadOnlySpan<char> rest, out int textAt)
    {
        var window = rest[..Math.Min(rest.Length, LongestName)];
        var colon = window.IndexOf(": ");
        textAt = colon + 2;
        if (colon < 0 && window.Length == rest.Length && rest.EndsWith(":"))
        {
            colon = rest.Length - 1;
            textAt = rest.Length;
        }
        return colon > 0 && !(IsInsideQuotes(window[..colon]) && MembershipLine.TryRead(window) is not null) ? colon : -1;
    }

    // "Ann changed the subject to "Club: new"", in the quotes of any language.
    static bool IsInsideQuotes(ReadOnlySpan<char> before) => before.ContainsAny("\"“„«");

    static string Clean(ReadOnlySpan<char> name)
    {
        var text = name.Trim().ToString();
        if (text.AsSpan().ContainsAny('\u202F', '\u00A0')) text = text.Replace('\u202F', ' ').Replace('\u00A0', ' ');
        if (text.Any(c => LineHeader.IsMark(c) || char.IsControl(c))) text = string.Concat(text.Where(c => !LineHeader.IsMark(c) && !char.IsControl(c))).Trim();
        return text.Length == 0 ? "?" : text;
    }

    long SizeBeside(string name) => source.Find(file.Folder.Length == 0 ? name : $"{file.Folder}/{name}")?.Length ?? -1;

    static string FolderName(SourceFile file) => Path.GetFileName(Path.GetDirectoryName(file.Name)) is { Length: > 0 } folder ? folder : file.FileName;
}
