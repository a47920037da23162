using MetaLens.Ingestion.Json;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Meta;

/// <summary>The members of one thread while it is read: who takes part, and from that who received each message.</summary>
sealed class ThreadMembers(string name, MessageLogBuilder log)
{
    static readonly string[] Placeholders = ["", "Instagram User", "Instagrammer", "Facebook User", "Facebook user", "Deleted user"];

    readonly int _conversation = log.Conversation(name);
    readonly List<(byte[] Utf8, int Actor)> _known = [];
    readonly List<int> _participants = [];
    readonly HashSet<string> _names = new(StringComparer.Ordinal);
    int[] _recipients = [];
    byte[] _scratch = [];

    /// <summary>Everybody named so far, in no order.</summary>
    public IReadOnlySet<string> Names => _names;

    /// <summary>The first participant named; null for none.</summary>
    public string? First { get; private set; }

    /// <summary>The actor of a name as the file writes it. Accounts that are gone share one name in all threads; each thread keeps its own.</summary>
    public int Actor(ReadOnlySpan<byte> utf8)
    {
        foreach (var (known, actor) in _known)
            if (utf8.SequenceEqual(known)) return actor;
        var text = JsonText.ToName(MetaText.Repair(utf8, ref _scratch));
        if (Array.IndexOf(Placeholders, text) >= 0) text = $"{(text.Length == 0 ? "Unknown" : text)} ({name})";
        _names.Add(text);
        First ??= text;
        _known.Add((utf8.ToArray(), log.Actor(text)));
        return _known[^1].Actor;
    }

    /// <summary>Says that somebody takes part.</summary>
    public void Participant(int actor)
    {
        if (_participants.Contains(actor)) return;
        _participants.Add(actor);
        log.Member(_conversation, actor);
    }

    /// <summary>Adds a message to all other participants; where the file has named none yet, to all who speak or are named later.</summary>
    public void Add(long sentAt, int sender, int size, MessageKind kind)
    {
        var snapshot = _participants.Count > 1;
        var count = 0;
        if (_recipients.Length < _participants.Count) _recipients = new int[_participants.Count];
        if (snapshot)
            foreach (var participant in _participants)
                if (participant != sender) _recipients[count++] = participant;
        log.Add(new MessageRecord
        {
            SentAt = sentAt,
            Sender = sender,
            Recipients = _recipients.AsSpan(0, count),
            Size = size,
            Conversation = _conversation,
            Kind = kind,
            Traits = new MessageTraits(snapshot ? RecipientBasis.Snapshot : RecipientBasis.SpeakersOnly),
        });
    }
}
