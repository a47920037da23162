using System.Text.Json;
using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Matrix;

/// <summary>Reads one room in the order of its timeline, so that recipients are the members at each message.</summary>
sealed class MatrixRoom(SourceFile file, MessageLogBuilder log, ReadContext context)
{
    readonly SortedSet<int> _members = [];
    readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    string _name = Path.GetFileNameWithoutExtension(file.FileName);
    bool _isFromBeginning;

    public void ReadAll() => JsonFile.Walk(file, context, (ref JsonTokens json) =>
    {
        if (!json.Read() || json.Type != JsonTokenType.StartObject) return;
        while (json.NextMember())
        {
            if (json.Is("room_name"u8) && json.ReadName() is { Length: > 0 } name) _name = name;
            else if (json.Is("messages"u8) && json.EnterArray())
            {
                while (json.NextMember())
                {
                    if (json.Type != JsonTokenType.StartObject) { json.Skip(); continue; }
                    var place = new Place(file.Name, Offset: json.Offset);
                    Take(MatrixEvent.Of(ref json), place);
                }
            }
            else if (json.Type == JsonTokenType.PropertyName) json.Skip();
        }
    });

    void Take(MatrixEvent e, Place place)
    {
        if (e.Sender.Length == 0) { context.Report.Reject(RejectReasons.SenderEmpty, place, "sender", ""); return; }
        if (e.At is not { } at) { context.Report.Reject(RejectReasons.TimeEmpty, place, "origin_server_ts", ""); return; }
        if (!MessageTime.Holds(at)) { context.Report.Reject(RejectReasons.TimeOutOfRange, place, "origin_server_ts", ""); return; }
        if (e.Id.Length > 0 && !_seen.Add(e.Id)) { context.Report.Skip("copies of an event already read"); return; }
        var size = new MessageSize();
        var kind = MessageKind.Unspecified;
        switch (e.Type)
        {
            case "m.room.message":
                kind = e.MessageType switch { "m.image" => MessageKind.Photo, "m.video" => MessageKind.Video, "m.audio" => MessageKind.Voice, "m.file" or "m.location" => MessageKind.File, _ => MessageKind.Text };
                size.AddBytes(e.BodyBytes);
                if (kind is not MessageKind.Text && e.MessageType != "m.location") size.AddBytes(e.FileBytes);
                break;
            case "m.sticker":
                kind = MessageKind.File;
                size.AddBytes(e.FileBytes);
                break;
            case "m.room.encrypted": size.AddBytes(e.CipherBytes > 0 ? e.CipherBytes : null); break;
            case "m.reaction": kind = MessageKind.Reaction; break;
            case "m.call.invite" or "m.call.hangup" or "m.rtc.notification" or "org.matrix.msc4075.call.notify": kind = MessageKind.Call; break;
            case "m.room.member": TakeMember(e, at); return;
            case "m.room.create": _isFromBeginning = true; goto default;
            default: context.Report.Skip("other events of the room"); return;
        }
        Add(e, at, kind, size.Value);
    }

    void TakeMember(MatrixEvent e, long at)
    {
        var member = log.Actor(e.StateKey.Length > 0 ? e.StateKey : e.Sender);
        log.Member(Conversation(e), member);
        if (e.Membership == "join") _members.Add(member);
        Add(e, at, MessageKind.Membership, -1);
        if (e.Membership is "leave" or "ban") _members.Remove(member);
    }

    int Conversation(MatrixEvent e) => log.Conversation(e.Room.Length > 0 ? $"{_name} {e.Room}" : _name);

    // The members as the timeline has them so far, if it goes back to the making of the room; else those who spoke or came or went.
    void Add(MatrixEvent e, long at, MessageKind kind, int size)
    {
        var sender = log.Actor(e.Sender);
        var complete = _isFromBeginning && (_members.Contains(sender) || kind == MessageKind.Membership);
        var recipients = complete ? _members.Where(m => m != sender).ToArray() : [];
        log.Add(new MessageRecord
        {
            SentAt = at,
            Sender = sender,
            Recipients = recipients,
            Size = size,
            Conversation = Conversation(e),
            Kind = kind,
            Traits = new MessageTraits(!complete ? RecipientBasis.SpeakersOnly : recipients.Length > 0 ? RecipientBasis.Exact : RecipientBasis.Unknown),
        });
    }
}
