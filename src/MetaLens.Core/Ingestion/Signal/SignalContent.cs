namespace MetaLens.Ingestion.Signal;

/// <summary>What sort of message an item of a backup is, how large, and who reacted to it.</summary>
/// <param name="Kind">The sort.</param>
/// <param name="Size">Bytes; −1 = unknown.</param>
/// <param name="Reactions">Reactions, each with author and time.</param>
readonly record struct SignalContent(MessageKind Kind, int Size, IEnumerable<FrameNode> Reactions)
{
    /// <summary>Measures an item; null when it is no message.</summary>
    public static SignalContent? Of(FrameNode item)
    {
        var size = new MessageSize();
        if (item.Child(SignalFields.Standard) is { } standard)
        {
            AddText(ref size, standard.Child(SignalFields.MessageText), standard.Child(SignalFields.LongText));
            var attachments = standard.Children(SignalFields.Attachments).ToList();
            foreach (var attachment in attachments) AddFile(ref size, attachment.Child(SignalFields.Pointer));
            return new(attachments.Count > 0 ? KindOf(attachments[0], MessageKind.File) : MessageKind.Text, size.Value, standard.Children(SignalFields.Reactions));
        }
        if (item.Child(SignalFields.StoryReply) is { } story)
        {
            var reply = story.Child(SignalFields.StoryText);
            if (reply is null) size.AddBytes(story.TextBytes(SignalFields.StoryEmoji));
            else AddText(ref size, reply.Child(SignalFields.StoryTextText), reply.Child(SignalFields.StoryLongText));
            return new(reply is null ? MessageKind.Reaction : MessageKind.Text, size.Value, story.Children(SignalFields.ReactionsThird));
        }
        if (item.Child(SignalFields.ViewOnce) is { } once)
        {
            var attachment = once.Child(SignalFields.ViewOnceAttachment);
            AddFile(ref size, attachment?.Child(SignalFields.Pointer));
            return new(attachment is null ? MessageKind.Photo : KindOf(attachment, MessageKind.Photo), size.Value, once.Children(SignalFields.ReactionsSecond));
        }
        if (item.Child(SignalFields.Sticker) is { } sticker)
        {
            AddFile(ref size, sticker.Child(SignalFields.StickerData)?.Child(SignalFields.StickerPointer));
            return new(MessageKind.File, size.Value, sticker.Children(SignalFields.ReactionsSecond));
        }
        if (item.Child(SignalFields.ContactCard) is { } card) return new(MessageKind.File, -1, card.Children(SignalFields.ReactionsSecond));
        if (item.Child(SignalFields.Poll) is { } poll) return new(MessageKind.File, -1, poll.Children(SignalFields.ReactionsOfPoll));
        if (item.Child(SignalFields.Payment) is not null || item.Child(SignalFields.GiftBadge) is not null) return new(MessageKind.File, -1, []);
        return item.Child(SignalFields.RemoteDeleted) is not null ? new(MessageKind.Unspecified, -1, []) : null;
    }

    static void AddText(ref MessageSize size, FrameNode? text, FrameNode? longText)
    {
        size.AddBytes(text?.TextBytes(SignalFields.Body) ?? 0);
        if (longText is not null) AddFile(ref size, longText);
    }

    // Size 0 is the default value, which neither form writes down: it means that the app did not know.
    static void AddFile(ref MessageSize size, FrameNode? pointer) =>
        size.AddBytes(pointer?.Child(SignalFields.LocatorInfo)?.Number(SignalFields.Size) is > 0 and var bytes ? bytes : null);

    static MessageKind KindOf(FrameNode attachment, MessageKind otherwise)
    {
        if (attachment.Is(SignalFields.Flag, 1, "VOICE_MESSAGE")) return MessageKind.Voice;
        var type = attachment.Child(SignalFields.Pointer)?.Text(SignalFields.ContentType) ?? "";
        return type.StartsWith("image/", StringComparison.Ordinal) ? MessageKind.Photo : type.StartsWith("video/", StringComparison.Ordinal) ? MessageKind.Video : otherwise;
    }
}
