using System.Text.Json;
using MetaLens.Ingestion.Json;

namespace MetaLens.Ingestion.Meta;

/// <summary>Reads one JSON file of a thread, in the shape of "Download your information" or that of the end-to-end encrypted download.</summary>
sealed class ThreadJsonReader(SourceFile file, ThreadMembers members, MediaSizes media, ReadContext context)
{
    const long LastMillisecond = 7_258_118_400_000; // 2200-01-01
    const long SecondsBelow = 100_000_000_000;

    readonly List<(int Actor, long At, int Size)> _reactions = [];
    byte[] _scratch = [];

    public void ReadAll() => JsonFile.Walk(file, context, Walk);

    void Walk(ref JsonTokens json)
    {
        if (!json.Read() || json.Type != JsonTokenType.StartObject) return;
        while (json.NextMember())
        {
            if (json.Is("participants"u8)) ReadParticipants(ref json);
            else if (json.Is("messages"u8) && json.EnterArray()) ReadMessages(ref json);
            else if (json.Type == JsonTokenType.PropertyName) json.Skip();
        }
    }

    // [{"name": "…"}] or ["…"].
    void ReadParticipants(ref JsonTokens json)
    {
        if (!json.EnterArray()) return;
        while (json.NextMember())
        {
            if (json.Type == JsonTokenType.String) members.Participant(members.Actor(json.Utf8()));
            else if (json.Type == JsonTokenType.StartObject)
                while (json.NextMember())
                    if (json.Is("name"u8)) members.Participant(members.Actor(json.ReadUtf8()));
                    else json.Skip();
            else json.Skip();
        }
    }

    void ReadMessages(ref JsonTokens json)
    {
        while (json.NextMember())
        {
            if (json.Type == JsonTokenType.StartObject) ReadMessage(ref json);
            else json.Skip();
        }
    }

    void ReadMessage(ref JsonTokens json)
    {
        var place = new Place(file.Name, Offset: json.Offset);
        var draft = new MessageDraft();
        _reactions.Clear();
        while (json.NextMember()) ReadField(ref json, ref draft);
        if (draft.Sender < 0) { context.Report.Reject(RejectReasons.SenderEmpty, place, "sender_name", ""); return; }
        if (!draft.HasTime) { context.Report.Reject(RejectReasons.TimeEmpty, place, "timestamp_ms", ""); return; }
        if (draft.At is <= 0 or > LastMillisecond) { context.Report.Reject(RejectReasons.TimeOutOfRange, place, "timestamp_ms", ""); return; }
        members.Add(draft.At, draft.Sender, draft.Size, draft.Kind);
        foreach (var (actor, at, size) in _reactions)
        {
            if (at is > 0 and <= LastMillisecond) members.Add(at, actor, size, MessageKind.Reaction);
            else context.Report.Skip("reactions without a time");
        }
    }

    void ReadField(ref JsonTokens json, ref MessageDraft draft)
    {
        if (json.Is("sender_name"u8) || json.Is("senderName"u8)) draft.Sender = members.Actor(json.ReadUtf8());
        else if (json.Is("timestamp_ms"u8) || json.Is("timestamp"u8)) (draft.HasTime, draft.At) = json.ReadNumber() is { } at ? (true, at) : (false, -1);
        else if (json.Is("content"u8) || json.Is("text"u8)) ReadText(ref json, ref draft);
        else if (json.Is("photos"u8)) ReadMedia(ref json, ref draft, MessageKind.Photo);
        else if (json.Is("videos"u8)) ReadMedia(ref json, ref draft, MessageKind.Video);
        else if (json.Is("audio_files"u8)) ReadMedia(ref json, ref draft, MessageKind.Voice);
        else if (json.Is("gifs"u8)) ReadMedia(ref json, ref draft, MessageKind.File);
        else if (json.Is("files"u8) || json.Is("media"u8)) ReadMedia(ref json, ref draft, MessageKind.Unspecified);
        else if (json.Is("sticker"u8)) { if (json.EnterObject()) ReadAttachment(ref json, ref draft, MessageKind.File); }
        else if (json.Is("share"u8)) { if (json.EnterObject()) ReadShare(ref json, ref draft); }
        else if (json.Is("reactions"u8)) ReadReactions(ref json);
        else if (json.Is("call_duration"u8)) { json.Skip(); draft.IsCall = true; }
        else if (json.Is("is_unsent"u8) || json.Is("isUnsent"u8)) draft.Unsent = json.ReadTrue();
        else if (json.Is("type"u8)) ReadType(json.ReadUtf8(), ref draft);
        else json.Skip();
    }

    static void ReadType(ReadOnlySpan<byte> type, ref MessageDraft draft)
    {
        draft.IsCall |= type.SequenceEqual("Call"u8);
        draft.IsMembership |= type.SequenceEqual("Subscribe"u8) || type.SequenceEqual("Unsubscribe"u8);
    }

    void ReadText(ref JsonTokens json, ref MessageDraft draft)
    {
        var text = MetaText.Repair(json.ReadUtf8(), ref _scratch);
        draft.HasText = !text.IsEmpty;
        draft.TextBytes = text.Length;
        // A reaction also comes as a line of its own, as the notification had it.
        draft.IsReactionLine = text.SequenceEqual("Liked a message"u8) || (text.StartsWith("Reacted "u8) && text.EndsWith(" to your message"u8) && text.Length < 64);
    }

    void ReadMedia(ref JsonTokens json, ref MessageDraft draft, MessageKind kind)
    {
        if (!json.EnterArray()) return;
        while (json.NextMember())
        {
            if (json.Type == JsonTokenType.StartObject) ReadAttachment(ref json, ref draft, kind);
            else json.Skip();
        }
    }

    void ReadAttachment(ref JsonTokens json, ref MessageDraft draft, MessageKind kind)
    {
        long bytes = -1;
        while (json.NextMember())
        {
            if (!json.Is("uri"u8)) { json.Skip(); continue; }
            var uri = json.ReadUtf8();
            if (kind == MessageKind.Unspecified) kind = MediaKind.OfName(uri);
            bytes = media.SizeOf(MetaText.Repair(uri, ref _scratch));
        }
        draft.Attach(kind == MessageKind.Unspecified ? MessageKind.File : kind, bytes);
    }

    static void ReadShare(ref JsonTokens json, ref MessageDraft draft)
    {
        while (json.NextMember())
        {
            if (json.Is("link"u8)) draft.LinkBytes = json.ReadUtf8().Length;
            else json.Skip();
        }
    }

    void ReadReactions(ref JsonTokens json)
    {
        if (!json.EnterArray()) return;
        while (json.NextMember())
        {
            if (json.Type != JsonTokenType.StartObject) { json.Skip(); continue; }
            int actor = -1, size = -1;
            long at = -1;
            while (json.NextMember())
            {
                if (json.Is("actor"u8)) actor = members.Actor(json.ReadUtf8());
                else if (json.Is("reaction"u8)) size = MetaText.Repair(json.ReadUtf8(), ref _scratch).Length;
                else if (json.Is("timestamp"u8)) at = json.ReadNumber() ?? -1;
                else json.Skip();
            }
            if (actor >= 0) _reactions.Add((actor, at is > 0 and < SecondsBelow ? at * 1000 : at, size));
        }
    }
}
