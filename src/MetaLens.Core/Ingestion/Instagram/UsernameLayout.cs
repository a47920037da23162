using System.Globalization;
using System.Text;
using System.Text.Json;
using MetaLens.Ingestion.Json;
using MetaLens.Ingestion.Meta;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Instagram;

/// <summary>The layout until December 2020: one <c>messages.json</c>, an array of conversations between usernames.</summary>
sealed class UsernameLayout(SourceFile file, MessageLogBuilder log, OwnerCensus census, ReadContext context)
{
    readonly List<(int Actor, long At)> _likes = [];
    byte[] _scratch = [];

    public static bool IsOne(SourceFile file) =>
        JsonFile.FirstByte(file) == '[' && file.Head.IndexOf("\"participants\""u8) >= 0 && file.Head.IndexOf("\"conversation\""u8) >= 0;

    public void ReadAll() => JsonFile.Walk(file, context, Walk);

    void Walk(ref JsonTokens json)
    {
        if (!json.Read() || json.Type != JsonTokenType.StartArray) return;
        while (json.NextMember())
        {
            if (json.Type == JsonTokenType.StartObject) ReadConversation(ref json);
            else json.Skip();
        }
    }

    void ReadConversation(ref JsonTokens json)
    {
        // A conversation has no name; its participants, in order of their names, are one that overlapping exports share.
        var names = new List<string>();
        ThreadMembers? members = null;
        while (json.NextMember())
        {
            if (json.Is("participants"u8) && json.EnterArray())
            {
                while (json.NextMember())
                    if (json.Type == JsonTokenType.String) names.Add(JsonText.ToName(json.Utf8()));
                    else json.Skip();
                members = Members(names);
            }
            else if (json.Is("conversation"u8) && json.EnterArray())
            {
                members ??= Members(names);
                while (json.NextMember())
                    if (json.Type == JsonTokenType.StartObject) ReadMessage(ref json, members);
                    else json.Skip();
            }
            else if (json.Type == JsonTokenType.PropertyName) json.Skip();
        }
        if (members is not null) census.Thread(ConversationOf(names), members.Names, null);
    }

    ThreadMembers Members(List<string> names)
    {
        var members = new ThreadMembers(ConversationOf(names), log);
        foreach (var name in names) members.Participant(members.Actor(Encoding.UTF8.GetBytes(name)));
        return members;
    }

    static string ConversationOf(List<string> names) => names.Count == 0 ? "(no participants)" : string.Join(", ", names.Order(StringComparer.Ordinal));

    void ReadMessage(ref JsonTokens json, ThreadMembers members)
    {
        var place = new Place(file.Name, Offset: json.Offset);
        var draft = new MessageDraft();
        _likes.Clear();
        while (json.NextMember()) ReadField(ref json, ref draft, members);
        if (draft.Sender < 0) { context.Report.Reject(RejectReasons.SenderEmpty, place, "sender", ""); return; }
        if (!draft.HasTime) { context.Report.Reject(RejectReasons.TimeUnreadable, place, "created_at", ""); return; }
        members.Add(draft.At, draft.Sender, draft.Size, draft.Kind);
        foreach (var (actor, at) in _likes) members.Add(at, actor, -1, MessageKind.Reaction);
    }

    void ReadField(ref JsonTokens json, ref MessageDraft draft, ThreadMembers members)
    {
        if (json.Is("sender"u8)) draft.Sender = members.Actor(json.ReadUtf8());
        else if (json.Is("created_at"u8)) draft.HasTime = TryTime(json.ReadUtf8(), out draft.At);
        else if (json.Is("text"u8))
        {
            draft.TextBytes = MetaText.Repair(json.ReadUtf8(), ref _scratch).Length;
            draft.HasText = draft.TextBytes > 0;
        }
        else if (json.Is("heart"u8))
        {
            draft.TextBytes = MetaText.Repair(json.ReadUtf8(), ref _scratch).Length;
            draft.HasText = draft.TextBytes > 0;
        }
        else if (json.Is("media"u8))
        {
            var kind = MediaKind.OfName(PathOf(json.ReadUtf8()));
            draft.Attach(kind == MessageKind.File ? MessageKind.Photo : kind, -1);
        }
        else if (json.Is("voice_media"u8)) { json.Skip(); draft.Attach(MessageKind.Voice, -1); }
        else if (json.Is("animated_media_images"u8)) { json.Skip(); draft.Attach(MessageKind.File, -1); }
        else if (json.Is("media_share_url"u8) || json.Is("link"u8) || json.Is("story_share"u8)) draft.LinkBytes = json.ReadUtf8().Length;
        else if (json.Is("video_call_action"u8)) { json.Skip(); draft.IsCall = true; }
        else if (json.Is("action"u8)) { json.Skip(); draft.IsMembership = true; }
        else if (json.Is("likes"u8)) ReadLikes(ref json, members);
        else json.Skip();
    }

    void ReadLikes(ref JsonTokens json, ThreadMembers members)
    {
        if (!json.EnterArray()) return;
        while (json.NextMember())
        {
            if (json.Type != JsonTokenType.StartObject) { json.Skip(); continue; }
            var actor = -1;
            var timed = false;
            long at = 0;
            while (json.NextMember())
            {
                if (json.Is("username"u8)) actor = members.Actor(json.ReadUtf8());
                else if (json.Is("date"u8)) timed = TryTime(json.ReadUtf8(), out at);
                else json.Skip();
            }
            if (actor >= 0 && timed) _likes.Add((actor, at));
            else context.Report.Skip("reactions without a time");
        }
    }

    // A media value is an address; its file name is before the query.
    static ReadOnlySpan<byte> PathOf(ReadOnlySpan<byte> uri) => uri.IndexOf((byte)'?') is >= 0 and var query ? uri[..query] : uri;

    static bool TryTime(ReadOnlySpan<byte> text, out long milliseconds)
    {
        Span<char> chars = stackalloc char[64];
        milliseconds = 0;
        if (text.Length is 0 or > 64) return false;
        var length = Encoding.Latin1.GetChars(text, chars);
        if (!DateTimeOffset.TryParse(chars[..length], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return false;
        milliseconds = time.ToUnixTimeMilliseconds();
        return milliseconds > 0;
    }
}
