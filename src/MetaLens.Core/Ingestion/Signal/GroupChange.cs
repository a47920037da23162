namespace MetaLens.Ingestion.Signal;

/// <summary>Who made a change to a group. Each sort of change is a message of its own with the actor's key in its first field, save for a few.</summary>
static class GroupChange
{
    static readonly FrameField Updates = new(1, "updates");

    static readonly (int Number, string Name)[] ByUpdater =
    [
        (1, "genericGroupUpdate"), (2, "groupCreationUpdate"), (3, "groupNameUpdate"), (4, "groupAvatarUpdate"), (5, "groupDescriptionUpdate"),
        (6, "groupMembershipAccessLevelChangeUpdate"), (7, "groupAttributesAccessLevelChangeUpdate"), (8, "groupAnnouncementOnlyChangeUpdate"), (9, "groupAdminStatusUpdate"), (18, "groupMemberAddedUpdate"),
        (20, "groupInvitationRevokedUpdate"), (24, "groupInviteLinkResetUpdate"), (25, "groupInviteLinkEnabledUpdate"), (26, "groupInviteLinkAdminApprovalUpdate"), (27, "groupInviteLinkDisabledUpdate"),
    ];

    // The sorts of change and where each names who acted.
    static readonly (FrameField Sort, FrameField Actor)[] Sorts =
    [
        .. ByUpdater.Select(s => (new FrameField(s.Number, s.Name), new FrameField(1, "updaterAci"))),
        (new(10, "groupMemberLeftUpdate"), new(1, "aci")),
        (new(11, "groupMemberRemovedUpdate"), new(1, "removerAci")),
        (new(12, "selfInvitedToGroupUpdate"), new(1, "inviterAci")),
        (new(14, "groupUnknownInviteeUpdate"), new(1, "inviterAci")),
        (new(15, "groupInvitationAcceptedUpdate"), new(2, "newMemberAci")),
        (new(16, "groupInvitationDeclinedUpdate"), new(2, "inviteeAci")),
        (new(17, "groupMemberJoinedUpdate"), new(1, "newMemberAci")),
        (new(19, "groupSelfInvitationRevokedUpdate"), new(1, "revokerAci")),
        (new(21, "groupJoinRequestUpdate"), new(1, "requestorAci")),
        (new(22, "groupJoinRequestApprovalUpdate"), new(2, "updaterAci")),
        (new(23, "groupJoinRequestCanceledUpdate"), new(1, "requestorAci")),
        (new(28, "groupMemberJoinedByLinkUpdate"), new(1, "newMemberAci")),
        (new(33, "groupSequenceOfRequestsAndCancelsUpdate"), new(1, "requestorAci")),
        (new(34, "groupExpirationTimerUpdate"), new(2, "updaterAci")),
    ];

    /// <summary>The account keys of those who acted, in order of the changes.</summary>
    public static IEnumerable<string> ActorKeys(FrameNode change) =>
        from update in change.Children(Updates)
        from sort in Sorts
        let detail = update.Child(sort.Sort)
        where detail is not null
        select detail.Key(sort.Actor);
}
