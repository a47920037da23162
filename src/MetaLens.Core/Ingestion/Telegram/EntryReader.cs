using System.Text;
using System.Text.Json;
using MetaLens.Ingestion.Json;
using MetaLens.Messages;
using NodaTime;

namespace MetaLens.Ingestion.Telegram;

/// <summary>Reads the entries of chats: messages, calls, joins and leaves, and the reactions on them.</summary>
sealed class EntryReader(Source source, SourceFile file, ReadContext context)
{
    const long LastMillisecond = 7_258_118_400_000; // 2200-01-01

    readonly byte[] _id = new byte[64], _name = new byte[1024];
    readonly List<(int Actor, LocalDateTime At, int Size)> _reactions = [];
    readonly List<string> _members = [];
    WallClock _clock = new(context.Options.TimeZone);
    LocalDateTime? _local;

    /// <summary>Whether a time was a wall clock's.</summary>
    public bool UsedWallClock { get; private set; }

    public void ReadAll(ref JsonTokens json, Chat chat, Peers peers)
    {
        _clock = new WallClock(context.Options.TimeZone);
        while (json.NextMember())
        {
            if (json.Type == JsonTokenType.StartObject) ReadEntry(ref json, chat, peers);
            else json.Skip();
        }
    }

    void ReadEntry(ref JsonTokens json, Chat chat, Peers peers)
    {
        var place = new Place(file.Name, Offset: json.Offset);
        var entry = new TelegramMessage();
        _reactions.Clear();
        _members.Clear();
        _local = null;
        int idLength = 0, nameLength = 0;
        while (json.NextMember())
        {
            if (json.Is("from"u8) || json.Is("actor"u8)) nameLength = Keep(json.ReadUtf8(), _name);
            else if (json.Is("from_id"u8) || json.Is("actor_id"u8)) idLength = ReadId(ref json, _id);
            else ReadField(ref json, ref entry, peers);
        }
        entry.Sender = peers.Actor(_id.AsSpan(0, idLength), _name.AsSpan(0, nameLength));
        Take(entry, place, chat, peers);
    }

    void Take(TelegramMessage entry, Place place, Chat chat, Peers peers)
    {
        if (!entry.IsMessage && !(entry.IsService && entry.Action != TelegramAction.Other)) { context.Report.Skip("service entries"); return; }
        if (entry.Sender < 0) { context.Report.Reject(RejectReasons.SenderEmpty, place, "from", ""); return; }
        var offset = entry.HasTime && _local is { } wall ? entry.At - wall.InUtc().ToInstant().ToUnixTimeMilliseconds() : (long?)null;
        if (!entry.HasTime && _local is { } local)
        {
            entry.At = _clock.Next(local);
            UsedWallClock = true;
        }
        else if (!entry.HasTime) { context.Report.Reject(RejectReasons.TimeEmpty, place, "date", ""); return; }
        if (entry.At is < 0 or > LastMillisecond) { context.Report.Reject(RejectReasons.TimeOutOfRange, place, "date_unixtime", ""); return; }
        foreach (var member in _members) chat.Member(peers.ByName(member));
        if (entry.IsMessage) chat.Add(entry.At, entry.Sender, entry.Size, entry.Kind);
        else chat.Add(entry.At, entry.Sender, -1, entry.Action == TelegramAction.Call ? MessageKind.Call : MessageKind.Membership);
        // A reaction's time is a wall clock's; the message beside it, which has both, tells that clock's distance from UTC.
        foreach (var (actor, at, size) in _reactions)
            chat.Add(offset is { } o ? at.InUtc().ToInstant().ToUnixTimeMilliseconds() + o : _clock.Read(at), actor, size, MessageKind.Reaction);
    }

    void ReadField(ref JsonTokens json, ref TelegramMessage entry, Peers peers)
    {
        if (json.Is("type"u8)) ReadType(json.ReadUtf8(), ref entry);
        else if (json.Is("date"u8)) _local = TryLocal(json.ReadUtf8());
        else if (json.Is("date_unixtime"u8)) (entry.HasTime, entry.At) = json.ReadNumber() is { } seconds and > -1 and < LastMillisecond ? (true, seconds * 1000) : (false, -1);
        else if (json.Is("text"u8)) entry.TextBytes = ReadText(ref json);
        else if (json.Is("photo"u8)) Attach(ref json, ref entry, MessageKind.Photo);
        else if (json.Is("file"u8)) Attach(ref json, ref entry, MessageKind.File);
        else if (json.Is("file_size"u8) || json.Is("photo_file_size"u8)) entry.AttachmentBytes = json.ReadNumber() ?? entry.AttachmentBytes;
        else if (json.Is("media_type"u8)) entry.Attachment = KindOf(json.ReadUtf8());
        else if (json.Is("mime_type"u8)) { if (entry.Attachment is MessageKind.File or MessageKind.Unspecified) RefineByMediaType(json.ReadUtf8(), ref entry); else json.Skip(); }
        else if (json.Is("contact_information"u8) || json.Is("location_information"u8) || json.Is("poll"u8)) { json.Skip(); entry.Attachment = MessageKind.File; }
        else if (json.Is("action"u8)) entry.Action = ActionOf(json.ReadUtf8());
        else if (json.Is("members"u8)) ReadMembers(ref json);
        else if (json.Is("reactions"u8)) ReadReactions(ref json, peers);
        else json.Skip();
    }

    static void ReadType(ReadOnlySpan<byte> type, ref TelegramMessage entry)
    {
        entry.IsMessage = type.SequenceEqual("message"u8);
        entry.IsService = type.SequenceEqual("service"u8);
    }

    // A string, or an array of strings and of objects with their own text.
    static long ReadText(ref JsonTokens json)
    {
        json.Read();
        if (json.Type == JsonTokenType.String) return json.Utf8().Length;
        long bytes = 0;
        if (json.Type != JsonTokenType.StartArray) { json.Skip(); return 0; }
        while (json.NextMember())
        {
            if (json.Type == JsonTokenType.String) bytes += json.Utf8().Length;
            else if (json.Type == JsonTokenType.StartObject)
                while (json.NextMember())
                    if (json.Is("text"u8)) bytes += json.ReadUtf8().Length;
                    else json.Skip();
            else json.Skip();
        }
        return bytes;
    }

    // The value is a path beside the export, or a sentence in brackets that says why there is no file.
    void Attach(ref JsonTokens json, ref TelegramMessage entry, MessageKind kind)
    {
        var path = json.ReadName();
        if (entry.Attachment == MessageKind.Unspecified) entry.Attachment = kind;
        if (entry.AttachmentBytes >= 0 || path.StartsWith('(')) return;
        entry.AttachmentBytes = source.Find(file.Folder.Length == 0 ? path : $"{file.Folder}/{path}")?.Length ?? -1;
    }

    static MessageKind KindOf(ReadOnlySpan<byte> mediaType) =>
        mediaType.SequenceEqual("voice_message"u8) ? MessageKind.Voice
        : mediaType.SequenceEqual("video_message"u8) || mediaType.SequenceEqual("video_file"u8) ? MessageKind.Video
        : MessageKind.File;

    // Pictures and videos sent as files have a media type but no media_type; stickers and animations keep what media_type said.
    static void RefineByMediaType(ReadOnlySpan<byte> mimeType, ref TelegramMessage entry)
    {
        if (mimeType.StartsWith("image/jpeg"u8) || mimeType.StartsWith("image/png"u8)) entry.Attachment = MessageKind.Photo;
        else if (entry.Attachment == MessageKind.Unspecified) entry.Attachment = MessageKind.File;
    }

    static TelegramAction ActionOf(ReadOnlySpan<byte> action) => Encoding.UTF8.GetString(action) switch
    {
        "phone_call" or "group_call" or "conference_call" or "invite_to_group_call" => TelegramAction.Call,
        "create_group" or "create_channel" or "invite_members" or "remove_members" or "join_group_by_link" or "join_group_by_request" or "edit_group_title"
            or "edit_group_photo" or "delete_group_photo" or "migrate_to_supergroup" or "migrate_from_group" => TelegramAction.Membership,
        _ => TelegramAction.Other,
    };

    void ReadMembers(ref JsonTokens json)
    {
        if (!json.EnterArray()) return;
        while (json.NextMember())
        {
            if (json.Type == JsonTokenType.String && JsonText.ToName(json.Utf8()) is { Length: > 0 } name) _members.Add(name);
            else json.Skip();
        }
    }

    void ReadReactions(ref JsonTokens json, Peers peers)
    {
        if (!json.EnterArray()) return;
        while (json.NextMember())
        {
            if (json.Type != JsonTokenType.StartObject) { json.Skip(); continue; }
            long count = 0;
            var size = -1;
            var before = _reactions.Count;
            while (json.NextMember())
            {
                if (json.Is("count"u8)) count = json.ReadNumber() ?? 0;
                else if (json.Is("emoji"u8)) size = json.ReadUtf8().Length;
                else if (json.Is("recent"u8) && json.EnterArray())
                    while (json.NextMember()) ReadReaction(ref json, peers, size);
                else if (json.Type == JsonTokenType.PropertyName) json.Skip();
            }
            if (count > _reactions.Count - before) context.Report.Skip("reactions without a time", count - (_reactions.Count - before));
        }
    }

    void ReadReaction(ref JsonTokens json, Peers peers, int size)
    {
        if (json.Type != JsonTokenType.StartObject) { json.Skip(); return; }
        string name = "", id = "";
        LocalDateTime? at = null;
        while (json.NextMember())
        {
            if (json.Is("from"u8)) name = json.ReadName();
            else if (json.Is("from_id"u8)) id = json.ReadName();
            else if (json.Is("date"u8)) at = TryLocal(json.ReadUtf8());
            else json.Skip();
        }
        var actor = id.Length > 0 ? peers.Actor(Peers.Normal(id), name) : name.Length > 0 ? peers.ByName(name) : -1;
        if (actor >= 0 && at is { } local) _reactions.Add((actor, local, size));
    }

    static LocalDateTime? TryLocal(ReadOnlySpan<byte> text)
    {
        Span<char> chars = stackalloc char[32];
        return text.Length is > 0 and <= 32 && DateText.TryRead(chars[..Encoding.Latin1.GetChars(text, chars)], DateOrder.YearMonthDay, out var local, out _) ? local : null;
    }

    static int ReadId(ref JsonTokens json, byte[] into)
    {
        json.Read();
        if (json.Type is JsonTokenType.String or JsonTokenType.Number) return Keep(json.Utf8(), into);
        json.Skip();
        return 0;
    }

    static int Keep(ReadOnlySpan<byte> value, byte[] into)
    {
        var length = Math.Min(value.Length, into.Length);
        value[..length].CopyTo(into);
        return length;
    }
}
