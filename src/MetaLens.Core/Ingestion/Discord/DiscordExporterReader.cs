using System.Globalization;
using System.Text.Json;
using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Discord;

/// <summary>Reads one channel. Recipients are those who spoke there: the file has no list of members.</summary>
sealed class DiscordExporterReader(SourceFile file, DiscordNames names, HashSet<ulong> seen, MessageLogBuilder log, ReadContext context)
{
    string _channel = file.Path;

    public void ReadAll() => JsonFile.Walk(file, context, (ref JsonTokens json) =>
    {
        if (!json.Read() || json.Type != JsonTokenType.StartObject) return;
        while (json.NextMember())
        {
            if (json.Is("channel"u8) && json.EnterObject()) TakeChannel(ref json);
            else if (json.Is("messages"u8) && json.EnterArray())
            {
                while (json.NextMember())
                    if (json.Type == JsonTokenType.StartObject) TakeMessage(ref json);
                    else json.Skip();
            }
            else if (json.Type == JsonTokenType.PropertyName) json.Skip();
        }
    });

    void TakeChannel(ref JsonTokens json)
    {
        var (id, name) = ("", "");
        while (json.NextMember())
        {
            if (json.Is("id"u8)) id = json.ReadName();
            else if (json.Is("name"u8)) name = json.ReadName();
            else json.Skip();
        }
        _channel = $"{name} #{id}";
    }

    void TakeMessage(ref JsonTokens json)
    {
        var place = new Place(file.Name, Offset: json.Offset);
        var (id, type, timestamp, author) = ("", "", "", "");
        var size = new MessageSize();
        MessageKind? attached = null;
        while (json.NextMember())
        {
            if (json.Is("id"u8)) id = json.ReadName();
            else if (json.Is("type"u8)) type = json.ReadName();
            else if (json.Is("timestamp"u8)) timestamp = json.ReadName();
            else if (json.Is("content"u8)) size.AddBytes(json.ReadUtf8().Length);
            else if (json.Is("author"u8))
            {
                if (json.EnterObject()) author = AuthorOf(ref json);
            }
            else if (json.Is("attachments"u8))
            {
                if (!json.EnterArray()) continue;
                while (json.NextMember())
                    if (json.Type == JsonTokenType.StartObject) TakeAttachment(ref json, ref size, ref attached);
                    else json.Skip();
            }
            else if (json.Is("stickers"u8))
            {
                if (!json.EnterArray()) continue;
                while (json.NextMember())
                {
                    attached ??= MessageKind.File;
                    size.AddBytes(null);
                    json.Skip();
                }
            }
            else json.Skip();
        }
        // Ids are unique over all of Discord: the same one again, here or in an overlapping export, is the same message.
        if (ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var snowflake) && !seen.Add(snowflake)) { context.Report.Skip("copies of a message already read"); return; }
        if (author.Length == 0) { context.Report.Reject(RejectReasons.SenderEmpty, place, "author", ""); return; }
        if (!DateText.TryRead(timestamp, DateOrder.YearMonthDay, out var local, out var offset) || offset is null) { context.Report.Reject(timestamp.Length == 0 ? RejectReasons.TimeEmpty : RejectReasons.TimeUnreadable, place, "timestamp", timestamp); return; }
        var sentAt = local.WithOffset(offset.Value).ToInstant().ToUnixTimeMilliseconds();
        if (!MessageTime.Holds(sentAt)) { context.Report.Reject(RejectReasons.TimeOutOfRange, place, "timestamp", timestamp); return; }
        var kind = type switch
        {
            "Call" => MessageKind.Call,
            "RecipientAdd" or "RecipientRemove" or "ChannelNameChange" or "ChannelIconChange" or "GuildMemberJoin" or "ThreadCreated" => MessageKind.Membership,
            "ChannelPinnedMessage" => MessageKind.Unspecified,
            _ => attached ?? MessageKind.Text,
        };
        log.Add(new MessageRecord
        {
            SentAt = sentAt,
            Sender = log.Actor(author),
            Recipients = [],
            // What the tool writes for a call or a notice is its own sentence, not content.
            Size = type is "Default" or "Reply" or "" or "0" or "19" ? size.Value : -1,
            Conversation = log.Conversation(_channel),
            Kind = kind,
            Traits = new MessageTraits(RecipientBasis.SpeakersOnly),
        });
    }

    string AuthorOf(ref JsonTokens json)
    {
        var (id, name, discriminator) = ("", "", "");
        while (json.NextMember())
        {
            if (json.Is("id"u8)) id = json.ReadName();
            else if (json.Is("name"u8)) name = json.ReadName();
            else if (json.Is("discriminator"u8)) discriminator = json.ReadName();
            else json.Skip();
        }
        return names.Of(id, discriminator.Trim('0').Length > 0 ? $"{name}#{discriminator}" : name);
    }

    static void TakeAttachment(ref JsonTokens json, ref MessageSize size, ref MessageKind? kind)
    {
        long? bytes = null;
        var name = "";
        while (json.NextMember())
        {
            if (json.Is("fileSizeBytes"u8)) bytes = json.ReadNumber();
            else if (json.Is("fileName"u8)) name = json.ReadName();
            else json.Skip();
        }
        size.AddBytes(bytes);
        kind ??= MediaKind.OfName(name.AsSpan());
    }
}
