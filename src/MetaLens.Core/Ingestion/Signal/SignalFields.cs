namespace MetaLens.Ingestion.Signal;

/// <summary>The fields of Signal's backup version 2 that tell who, to whom, when and how much. Source: Backup.proto of signalapp/Signal-Message-Backup-Tests.</summary>
static class SignalFields
{
    public static readonly FrameField Account = new(1, "account"), Recipient = new(2, "recipient"), Chat = new(3, "chat"), ChatItem = new(4, "chatItem");
    public static readonly FrameField Version = new(1, "version"), BackupTime = new(2, "backupTimeMs");
    public static readonly FrameField AccountGivenName = new(4, "givenName"), AccountFamilyName = new(5, "familyName");

    public static readonly FrameField Id = new(1, "id"), Contact = new(2, "contact"), Group = new(3, "group"), DistributionList = new(4, "distributionList"), Self = new(5, "self"), ReleaseNotes = new(6, "releaseNotes");
    public static readonly FrameField Aci = new(1, "aci"), Pni = new(2, "pni"), Username = new(3, "username"), E164 = new(4, "e164");
    public static readonly FrameField ProfileGivenName = new(11, "profileGivenName"), ProfileFamilyName = new(12, "profileFamilyName"), SystemGivenName = new(18, "systemGivenName"), SystemFamilyName = new(19, "systemFamilyName");
    public static readonly FrameField Snapshot = new(5, "snapshot"), GroupTitle = new(2, "title"), TitleText = new(1, "title"), Members = new(7, "members"), UserId = new(1, "userId");
    public static readonly FrameField ChatRecipient = new(2, "recipientId");

    public static readonly FrameField ChatId = new(1, "chatId"), Author = new(2, "authorId"), DateSent = new(3, "dateSent"), Revisions = new(6, "revisions"), Incoming = new(8, "incoming"), Outgoing = new(9, "outgoing");
    public static readonly FrameField Standard = new(11, "standardMessage"), ContactCard = new(12, "contactMessage"), Sticker = new(13, "stickerMessage"), RemoteDeleted = new(14, "remoteDeletedMessage"),
        Update = new(15, "updateMessage"), Payment = new(16, "paymentNotification"), GiftBadge = new(17, "giftBadge"), ViewOnce = new(18, "viewOnceMessage"), StoryReply = new(19, "directStoryReplyMessage"),
        Poll = new(20, "poll");
    public static readonly FrameField IncomingSealed = new(4, "sealedSender"), SendStatus = new(1, "sendStatus");
    public static readonly FrameField StatusRecipient = new(1, "recipientId"), StatusTime = new(2, "timestamp"), Sent = new(4, "sent"), Delivered = new(5, "delivered"), Read = new(6, "read"), Viewed = new(7, "viewed"), StatusSealed = new(1, "sealedSender");

    public static readonly FrameField MessageText = new(2, "text"), Body = new(1, "body"), Attachments = new(3, "attachments"), LongText = new(5, "longText"), Reactions = new(6, "reactions"), ReactionsSecond = new(2, "reactions"),
        ReactionsThird = new(3, "reactions"), ReactionsOfPoll = new(5, "reactions");
    public static readonly FrameField Pointer = new(1, "pointer"), Flag = new(2, "flag"), ContentType = new(4, "contentType"), LocatorInfo = new(13, "locatorInfo"), Size = new(3, "size");
    public static readonly FrameField ViewOnceAttachment = new(1, "attachment"), StoryText = new(1, "textReply"), StoryTextText = new(1, "text"), StoryLongText = new(2, "longText"), StoryEmoji = new(2, "emoji"),
        StickerData = new(1, "sticker"), StickerPointer = new(5, "data");
    public static readonly FrameField ReactionAuthor = new(2, "authorId"), ReactionTime = new(3, "sentTimestamp");

    public static readonly FrameField GroupChange = new(2, "groupChange"), IndividualCall = new(7, "individualCall"), GroupCall = new(8, "groupCall");
    public static readonly FrameField Direction = new(3, "direction"), CallStarted = new(5, "startedCallTimestamp"), CallStarter = new(4, "startedCallRecipientId"), CallRinger = new(3, "ringerRecipientId");
}
