using System.Runtime.InteropServices;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Signal;

/// <summary>Turns the frames of one backup into messages.</summary>
sealed class SignalReader(MessageLogBuilder log, ReadContext context)
{
    static readonly FrameField[] GotThere = [SignalFields.Sent, SignalFields.Delivered, SignalFields.Read, SignalFields.Viewed];
    static readonly FrameField[] Acknowledged = [SignalFields.Delivered, SignalFields.Read, SignalFields.Viewed];

    readonly SignalPeople _people = new(log, context.Options);
    readonly List<int> _recipients = [];

    /// <summary>Takes one frame.</summary>
    /// <exception cref="InvalidDataException">Its bytes are no frame.</exception>
    public void Take(FrameNode frame, Place place)
    {
        if (frame.Child(SignalFields.ChatItem) is { } item) TakeItem(item, place, withRevisions: true);
        else if (frame.Child(SignalFields.Recipient) is { } recipient) _people.TakeRecipient(recipient);
        else if (frame.Child(SignalFields.Chat) is { } chat) _people.TakeChat(chat);
        else if (frame.Child(SignalFields.Account) is { } account) _people.TakeAccount(account);
        log.Owner = _people.OwnerName;
    }

    void TakeItem(FrameNode item, Place place, bool withRevisions)
    {
        // Every edit went over the wire as a message of its own; the item itself is the last of them.
        if (withRevisions)
            foreach (var revision in item.Children(SignalFields.Revisions)) TakeItem(revision, place, withRevisions: false);
        var chat = item.Number(SignalFields.ChatId);
        var sentAt = item.Number(SignalFields.DateSent);
        if (item.Child(SignalFields.Update) is { } update) { TakeUpdate(update, chat, sentAt, item.Number(SignalFields.Author), place); return; }
        if (SignalContent.Of(item) is not { } content) { context.Report.Skip("items of an unknown sort"); return; }
        if (_people.Find(item.Number(SignalFields.Author)) is not { } author) { context.Report.Reject(RejectReasons.SenderEmpty, place, "authorId", ""); return; }
        if (item.Child(SignalFields.Outgoing) is { } outgoing) TakeOutgoing(outgoing, content, chat, sentAt, place);
        else if (item.Child(SignalFields.Incoming) is { } incoming)
        {
            var basis = Others(chat, author);
            Add(sentAt, author, content.Kind, content.Size, chat, new MessageTraits(basis, incoming.Number(SignalFields.IncomingSealed) != 0), place);
        }
        else { context.Report.Skip("notices"); return; }
        foreach (var reaction in content.Reactions) TakeReaction(reaction, chat, place);
    }

    void TakeOutgoing(FrameNode outgoing, SignalContent content, long chat, long sentAt, Place place)
    {
        var statuses = outgoing.Children(SignalFields.SendStatus).ToList();
        _recipients.Clear();
        var allSealed = true;
        foreach (var status in statuses)
        {
            if (_people.Find(status.Number(SignalFields.StatusRecipient)) is not { } recipient || StateOf(status, GotThere) is not { } state) continue;
            _recipients.Add(recipient);
            allSealed &= state.Number(SignalFields.StatusSealed) != 0;
        }
        // Notes to oneself are kept without any status.
        if (statuses.Count == 0 && _people.Peer(chat) is { } peer) { _recipients.Add(peer); allSealed = false; }
        if (_recipients.Count == 0) { context.Report.Skip("messages that were not sent"); return; }
        Add(sentAt, _people.Owner, content.Kind, content.Size, chat, new MessageTraits(RecipientBasis.Exact, allSealed), place);
        foreach (var status in statuses)
        {
            if (_people.Find(status.Number(SignalFields.StatusRecipient)) is not { } recipient || StateOf(status, Acknowledged) is null || recipient == _people.Owner) continue;
            if (!MessageTime.Holds(status.Number(SignalFields.StatusTime))) continue;
            _recipients.Clear();
            _recipients.Add(_people.Owner);
            Add(status.Number(SignalFields.StatusTime), recipient, MessageKind.Receipt, -1, chat, new MessageTraits(RecipientBasis.Exact), place);
        }
    }

    static FrameNode? StateOf(FrameNode status, FrameField[] states) => states.Select(status.Child).FirstOrDefault(s => s is not null);

    void TakeReaction(FrameNode reaction, long chat, Place place)
    {
        if (_people.Find(reaction.Number(SignalFields.ReactionAuthor)) is not { } author) { context.Report.Reject(RejectReasons.SenderEmpty, place, "authorId", ""); return; }
        Add(reaction.Number(SignalFields.ReactionTime), author, MessageKind.Reaction, -1, chat, new MessageTraits(Others(chat, author)), place);
    }

    void TakeUpdate(FrameNode update, long chat, long sentAt, long authorId, Place place)
    {
        if (update.Child(SignalFields.IndividualCall) is { } call)
        {
            if (_people.Peer(chat) is not { } peer) { context.Report.Reject(RejectReasons.RecipientEmpty, place, "chatId", ""); return; }
            var outgoing = call.Is(SignalFields.Direction, 2, "OUTGOING");
            _recipients.Clear();
            _recipients.Add(outgoing ? peer : _people.Owner);
            Add(TimeOf(call, sentAt), outgoing ? _people.Owner : peer, MessageKind.Call, -1, chat, new MessageTraits(RecipientBasis.Exact), place);
        }
        else if (update.Child(SignalFields.GroupCall) is { } groupCall)
        {
            var starter = _people.Find(groupCall.Number(SignalFields.CallStarter)) ?? _people.Find(groupCall.Number(SignalFields.CallRinger));
            if (starter is not { } actor) { context.Report.Skip("group calls whose starter is not known"); return; }
            Add(TimeOf(groupCall, sentAt), actor, MessageKind.Call, -1, chat, new MessageTraits(Others(chat, actor)), place);
        }
        else if (update.Child(SignalFields.GroupChange) is { } change)
        {
            var actor = GroupChange.ActorKeys(change).Select(_people.FindByAci).FirstOrDefault(a => a is not null);
            if (actor is not { } who) { context.Report.Skip("group changes by an unknown member"); return; }
            Add(sentAt, who, MessageKind.Membership, -1, chat, new MessageTraits(Others(chat, who)), place);
        }
        else context.Report.Skip("notices");
    }

    static long TimeOf(FrameNode call, long otherwise) => call.Number(SignalFields.CallStarted) is > 0 and var started ? started : otherwise;

    // Who else had it: the members of the group when it was backed up; in a chat of two the other one, and what came in reached the owner.
    RecipientBasis Others(long chat, int author)
    {
        _recipients.Clear();
        if (_people.GroupMembers(chat) is { } members)
        {
            _recipients.AddRange(members.Where(m => m != author));
            return RecipientBasis.Snapshot;
        }
        if (author != _people.Owner) _recipients.Add(_people.Owner);
        else if (_people.Peer(chat) is { } peer) _recipients.Add(peer);
        return _recipients.Count > 0 ? RecipientBasis.Exact : RecipientBasis.Unknown;
    }

    void Add(long at, int sender, MessageKind kind, int size, long chat, MessageTraits traits, Place place)
    {
        if (!MessageTime.Holds(at)) { context.Report.Reject(RejectReasons.TimeOutOfRange, place, "dateSent", ""); return; }
        log.Add(new MessageRecord { SentAt = at, Sender = sender, Recipients = CollectionsMarshal.AsSpan(_recipients), Size = size, Conversation = _people.Conversation(chat), Kind = kind, Traits = traits });
    }
}
