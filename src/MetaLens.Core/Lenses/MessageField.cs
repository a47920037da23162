namespace MetaLens.Lenses;

/// <summary>What an observer may know of a message or an account.</summary>
public enum MessageField
{
    /// <summary>What was said.</summary>
    Content,
    /// <summary>Who sent it.</summary>
    Sender,
    /// <summary>To whom.</summary>
    Receivers,
    /// <summary>When.</summary>
    Timestamp,
    /// <summary>How large.</summary>
    Size,
    /// <summary>Whether and when it was delivered or read.</summary>
    Receipts,
    /// <summary>Who belongs to which group.</summary>
    GroupMembership,
    /// <summary>From which address or place.</summary>
    IpLocation,
    /// <summary>On which device.</summary>
    Device,
    /// <summary>The address book.</summary>
    ContactList,
    /// <summary>Pictures, voice messages, files.</summary>
    Attachments,
    /// <summary>Name, picture, number, dates of the account.</summary>
    Profile,
}
