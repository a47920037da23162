namespace MetaLens.Ingestion.WhatsApp;

/// <summary>The words that WhatsApp itself writes into exports in one language.</summary>
/// <param name="Tag">BCP 47.</param>
/// <param name="ChatNames">What a file's name begins with before the chat's name.</param>
/// <param name="Attached">What follows the name of an attached file on Android, in its brackets.</param>
/// <param name="Deleted">The whole text of a message that its sender deleted.</param>
/// <param name="DeletedByOwner">The same where the sender is whose export it is.</param>
/// <param name="Edited">What follows an edited text, in its angle brackets.</param>
/// <param name="Calls">How a text about a call begins.</param>
/// <param name="Omitted">The whole text for media left out (iOS), by sort.</param>
/// <param name="Notices">How notices about a chat begin that iOS heads with a name.</param>
/// <param name="Membership">Lines about who belongs to a group.</param>
/// <param name="And">What stands before the last of several names.</param>
/// <param name="You">The owner as the subject of such a line.</param>
sealed record Language(string Tag, string[] ChatNames, string Attached, string[] Deleted, string[] DeletedByOwner, string[] Edited, string[] Calls,
    (MessageKind Kind, string[] Texts)[] Omitted, string[] Notices, MembershipVerb[] Membership, string And, string You);
