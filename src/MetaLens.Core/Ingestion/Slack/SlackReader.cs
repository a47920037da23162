using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Slack;

/// <summary>Reads the days of a workspace.</summary>
sealed class SlackReader(SlackWorkspace workspace, MessageLogBuilder log, ReadContext context)
{
    readonly List<int> _recipients = [];

    public void ReadDay(SourceFile file) => JsonFile.Walk(file, context, (ref JsonTokens json) =>
    {
        if (!json.Read() || json.Type != JsonTokenType.StartArray)
        {
            context.Report.Reject(RejectReasons.RecordMalformed, new Place(file.Name, 1, 1), "json", "");
            return;
        }
        var folder = file.Folder[(file.Folder.LastIndexOf('/') + 1)..];
        while (json.NextMember())
        {
            if (json.Type == JsonTokenType.StartObject) TakeMessage(ref json, folder, file);
            else json.Skip();
        }
    });

    void TakeMessage(ref JsonTokens json, string folder, SourceFile file)
    {
        var place = new Place(file.Name, Offset: json.Offset);
        var (user, bot, subtype, ts) = ("", "", "", "");
        var (size, files, kind) = (new MessageSize(), 0, MessageKind.File);
        while (json.NextMember())
        {
            if (json.Is("user"u8)) user = json.ReadName();
            else if (json.Is("bot_id"u8)) bot = json.ReadName();
            else if (json.Is("subtype"u8)) subtype = json.ReadName();
            else if (json.Is("ts"u8)) ts = json.ReadName();
            else if (json.Is("text"u8)) size.AddBytes(TextLength(json.ReadUtf8()));
            else if (json.Is("files"u8))
            {
                if (!json.EnterArray()) continue;
                while (json.NextMember())
                    if (json.Type == JsonTokenType.StartObject) TakeFile(ref json, ref size, ref files, ref kind);
                    else json.Skip();
            }
            else if (json.Is("file"u8))
            {
                if (json.EnterObject()) TakeFile(ref json, ref size, ref files, ref kind);
            }
            else json.Skip();
        }
        if (subtype is "channel_join" or "channel_leave" or "group_join" or "group_leave" or "channel_archive" or "channel_unarchive" or "channel_name" or "channel_topic" or "channel_purpose")
            Add(folder, user, ts, MessageKind.Membership, -1, place);
        // A huddle is a call; its text is Slack's own sentence.
        else if (subtype == "huddle_thread") Add(folder, user, ts, MessageKind.Call, -1, place);
        else if (subtype == "tombstone") context.Report.Skip("deleted messages");
        else Add(folder, user.Length > 0 ? user : bot, ts, files > 0 ? kind : MessageKind.Text, size.Value, place);
    }

    static void TakeFile(ref JsonTokens json, ref MessageSize size, ref int files, ref MessageKind kind)
    {
        long? bytes = null;
        var type = "";
        while (json.NextMember())
        {
            if (json.Is("size"u8)) bytes = json.ReadNumber();
            else if (json.Is("mimetype"u8)) type = json.ReadName();
            else json.Skip();
        }
        size.AddBytes(bytes);
        if (files++ == 0) kind = MediaKind.OfMediaType(type);
    }

    void Add(string folder, string user, string ts, MessageKind kind, int size, Place place)
    {
        if (user.Length == 0) { context.Report.Reject(RejectReasons.SenderEmpty, place, "user", ""); return; }
        if (!TryTime(ts, out var sentAt)) { context.Report.Reject(ts.Length == 0 ? RejectReasons.TimeEmpty : RejectReasons.TimeUnreadable, place, "ts", ts); return; }
        if (!MessageTime.Holds(sentAt)) { context.Report.Reject(RejectReasons.TimeOutOfRange, place, "ts", ts); return; }
        var sender = log.Actor(workspace.NameOf(user));
        var members = workspace.MembersOf(folder);
        _recipients.Clear();
        if (members is { Count: > 0 })
            foreach (var member in members)
                if (member != user) _recipients.Add(log.Actor(workspace.NameOf(member)));
        // A direct message to oneself has one member only.
        if (members is [var only] && only == user) _recipients.Add(sender);
        log.Add(new MessageRecord
        {
            SentAt = sentAt,
            Sender = sender,
            Recipients = CollectionsMarshal.AsSpan(_recipients),
            Size = size,
            Conversation = log.Conversation(folder),
            Kind = kind,
            Traits = new MessageTraits(members is not { Count: > 0 } ? RecipientBasis.SpeakersOnly : _recipients.Count > 0 ? RecipientBasis.Snapshot : RecipientBasis.Unknown),
        });
    }

    // "1452837318.000002": seconds, and digits that make it unique; a double would lose them.
    static bool TryTime(string ts, out long milliseconds)
    {
        milliseconds = 0;
        if (!decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || seconds > long.MaxValue / 1000) return false;
        milliseconds = (long)(seconds * 1000);
        return true;
    }

    // &amp; &lt; &gt; stand for one byte each; nothing else is escaped.
    static int TextLength(ReadOnlySpan<byte> text) => text.Length - (text.Count("&amp;"u8) * 4) - (text.Count("&lt;"u8) * 3) - (text.Count("&gt;"u8) * 3);
}
