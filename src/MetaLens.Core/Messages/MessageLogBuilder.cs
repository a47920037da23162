using System.Globalization;

namespace MetaLens.Messages;

/// <summary>
/// Gathers messages in any order and builds the sorted <see cref="MessageLog"/>. Messages that overlapping sources both hold are kept once
/// (see <see cref="BeginSource"/>). Not thread-safe; use once.
/// </summary>
public sealed class MessageLogBuilder
{
    const int LargeLog = 1 << 20;

    // The columns; names come on top.
    const long BytesPerMessage = 34;

    readonly NameTable _actors = new();
    readonly NameTable _conversations = new();
    readonly Column<int> _sender = new(), _recipientOffset = new(), _recipient = new(), _size = new(), _conversation = new();
    readonly Column<long> _sentAt = new();
    readonly Column<MessageKind> _kind = new();
    readonly Column<MessageTraits> _traits = new();
    readonly List<int> _sourceStart = [];
    readonly HashSet<(int Conversation, int Actor)> _members = [];
    Dictionary<int, string>? _sourceIds;
    Dictionary<int, int>? _callSeconds;
    readonly long _from, _to;
    readonly IReadOnlyDictionary<string, string> _sameAs;
    bool _sorted = true, _anyOpen;

    // So many messages at the beginning have one recipient each and no conversation, which is not written yet: of a whole log it never is.
    int _plain, _expected;

    /// <summary>An empty builder.</summary>
    /// <param name="from">Messages before this instant (Unix milliseconds) are left out and counted; null = none.</param>
    /// <param name="to">Messages at or after this instant are left out and counted; null = none.</param>
    /// <param name="sameAs">Handles of one person: alias → name to use; null = none.</param>
    public MessageLogBuilder(long? from = null, long? to = null, IReadOnlyDictionary<string, string>? sameAs = null)
    {
        _from = from ?? long.MinValue;
        _to = to ?? long.MaxValue;
        _sameAs = sameAs ?? new Dictionary<string, string>();
        _recipientOffset.Add(0);
    }

    /// <summary>Messages left out because of the window.</summary>
    public long OutsideWindow { get; private set; }

    /// <summary>Messages added so far.</summary>
    public int Count => _sentAt.Count;

    /// <summary>What the times are measured against; the last source to set it decides. Default UTC.</summary>
    public TimeBasis TimeBasis { get; set; }

    /// <summary>The name of the actor whose export is read, where the format or the caller knows; null for a population's log.</summary>
    public string? Owner { get; set; }

    /// <summary>The index of the actor with this name, new or known.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public int Actor(ReadOnlySpan<char> name) =>
        name.IsEmpty ? throw new ArgumentException("An actor's name is not empty.", nameof(name))
        : _sameAs.Count > 0 && _sameAs.TryGetValue(name.ToString(), out var person) ? _actors.IndexOf(person)
        : _actors.IndexOf(name);

    /// <summary>As <see cref="Actor(ReadOnlySpan{char})"/>; a new name is kept as it is, without a copy.</summary>
    internal int Actor(string name) => _sameAs.Count > 0 && _sameAs.TryGetValue(name, out var person) ? _actors.IndexOf(person) : _actors.IndexOf(name);

    /// <summary>The same for different names that a reader has told apart already, before any others.</summary>
    internal int NewActor(string name) => _sameAs.Count > 0 ? Actor(name) : _actors.AddNew(name);

    /// <summary>The index of the conversation with this name, new or known. Names are unique over all sources of one platform.</summary>
    public int Conversation(ReadOnlySpan<char> name) => _conversations.IndexOf(name);

    /// <summary>Says that an actor belongs to a conversation, whether or not it speaks there; counts for <see cref="RecipientBasis.SpeakersOnly"/>.</summary>
    public void Member(int conversation, int actor) => _members.Add((conversation, actor));

    /// <summary>
    /// Says that what follows comes from another file. When more than one source is begun, a message found a times in one source and b times in another
    /// is kept max(a, b) times: overlapping exports do not count twice, and repeats inside a source stay.
    /// </summary>
    public void BeginSource()
    {
        // A source that gave nothing is none.
        if (_sourceStart is not [.., var last] || last != Count) _sourceStart.Add(Count);
    }

    /// <summary>Adds one message.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A sender, recipient or conversation is not of this builder, or the size or the length of a call is below −1.</exception>
    /// <exception cref="InvalidOperationException">More than 2^31 − 1 deliveries.</exception>
    public void Add(in MessageRecord message)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(message.Sender);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(message.Sender, _actors.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(message.Size, -1);
        ArgumentOutOfRangeException.ThrowIfLessThan(message.CallSeconds, -1);
        ArgumentOutOfRangeException.ThrowIfLessThan(message.Conversation, -1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(message.Conversation, Math.Max(0, _conversations.Count), nameof(message));
        if (message.SentAt < _from || message.SentAt >= _to) { OutsideWindow++; return; }
        WritePlain();
        if (_recipient.Count > int.MaxValue - message.Recipients.Length) throw TooManyDeliveries();
        foreach (var recipient in message.Recipients)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(recipient);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(recipient, _actors.Count);
            _recipient.Add(recipient);
        }
        if (Count > 0 && message.SentAt < _sentAt.Last) _sorted = false;
        if (message.Traits.RecipientBasis == RecipientBasis.SpeakersOnly) _anyOpen = true;
        if (message.CallSeconds >= 0) (_callSeconds ??= []).Add(Count, message.CallSeconds);
        if (message.SourceId is { } id) (_sourceIds ??= []).Add(Count, id);
        _sentAt.Add(message.SentAt);
        _sender.Add(message.Sender);
        _recipientOffset.Add(_recipient.Count);
        _size.Add(message.Size);
        _conversation.Add(message.Conversation);
        _kind.Add(message.Kind);
        _traits.Add(message.Traits);
    }

    /// <summary>Says how many messages of one recipient each are to come, where a reader can tell: saves copies, and does no harm when it is wrong.</summary>
    /// <exception cref="InsufficientMemoryException">They would not fit into the memory there is.</exception>
    internal void Expect(int messages)
    {
        if (Count > 0) return;
        var (needed, available) = (messages * BytesPerMessage, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        if (needed > available && _from == long.MinValue && _to == long.MaxValue)
            throw new InsufficientMemoryException(string.Create(CultureInfo.InvariantCulture, $"{messages:N0} messages take {needed / 1e9:0.#} GB of memory, and there are {available / 1e9:0.#} GB"));
        foreach (var column in (Column<int>[])[_sender, _recipient, _size]) column.Expect(messages);
        _sentAt.Expect(messages);
        _kind.Expect(messages);
        _traits.Expect(messages);
        _expected = messages;
    }

    // Said before by Expect, and kept until the first message that is not plain.
    void WritePlain()
    {
        if (_expected > 0)
        {
            _recipientOffset.Expect(_expected + 1);
            _conversation.Expect(_expected);
            _expected = 0;
        }
        if (_plain == 0) return;
        AddOffsets(0, _plain);
        _conversation.Fill(-1, _plain);
        _plain = 0;
    }

    /// <summary>Room for so many messages at the beginning of the log; null when there are some or actors already, or a window may leave some out.</summary>
    /// <exception cref="InsufficientMemoryException">They would not fit into the memory there is.</exception>
    internal MessageRoom? Room(int messages)
    {
        if (Count > 0 || _actors.Count > 0 || _from != long.MinValue || _to != long.MaxValue) return null;
        Expect(messages);
        _kind.Reserve(messages);
        _traits.Reserve(messages);
        return new MessageRoom
        {
            SentAt = _sentAt.Reserve(messages),
            Sender = _sender.Reserve(messages),
            Recipient = _recipient.Reserve(messages),
            Size = _size.Reserve(messages),
        };
    }

    /// <summary>Takes the first so many messages of a room, all finished. The actors of this builder are those that occur in them, in that order.</summary>
    internal void Take(MessageRoom room, int messages)
    {
        _sorted &= room.IsSorted;
        foreach (var column in (Column<int>[])[_sender, _recipient, _size]) column.Take(messages);
        _plain = messages;
        _sentAt.Take(messages);
        // Unspecified kinds and exact recipients are what new columns hold.
        _kind.Take(messages);
        _traits.Take(messages);
    }

    /// <summary>Adds many messages at once, all of unspecified kind or all calls. Rows are taken as they are: actors and conversations are of this builder, sizes −1 or more.</summary>
    internal void Add(in MessageRun run)
    {
        if (run.Traits.RecipientBasis == RecipientBasis.SpeakersOnly) _anyOpen = true;
        for (var i = 0; i < run.SentAt.Length;)
        {
            // Whole stretches inside the window go in at once; without a window that is all of them.
            var end = i;
            while (end < run.SentAt.Length && run.SentAt[end] >= _from && run.SentAt[end] < _to) end++;
            if (end > i) AddInside(run.Slice(i, end));
            for (i = end; i < run.SentAt.Length && (run.SentAt[i] < _from || run.SentAt[i] >= _to); i++) OutsideWindow++;
        }
    }

    void AddInside(in MessageRun run)
    {
        var last = Count > 0 ? _sentAt.Last : long.MinValue;
        foreach (var at in run.SentAt)
        {
            if (at < last) _sorted = false;
            last = at;
        }
        if (_recipient.Count > int.MaxValue - run.Recipient.Length) throw TooManyDeliveries();
        WritePlain();
        for (var i = 0; run.AreCalls && i < run.Size.Length; i++)
            if (run.Size[i] >= 0) (_callSeconds ??= []).Add(Count + i, run.Size[i]);
        if (run.Recipient.IsEmpty) _recipientOffset.Fill(_recipient.Count, run.SentAt.Length);
        else AddOffsets(_recipient.Count, run.Recipient.Length);
        _recipient.AddRange(run.Recipient);
        _sentAt.AddRange(run.SentAt);
        _sender.AddRange(run.Sender);
        _size.AddRange(run.Size);
        if (run.Conversation.IsEmpty) _conversation.Fill(-1, run.SentAt.Length);
        else _conversation.AddRange(run.Conversation);
        _kind.Fill(run.AreCalls ? MessageKind.Call : MessageKind.Unspecified, run.SentAt.Length);
        _traits.Fill(run.Traits, run.SentAt.Length);
    }

    void AddOffsets(int next, int count)
    {
        while (count > 0)
        {
            var room = _recipientOffset.Room(count);
            for (var i = 0; i < room.Length; i++) room[i] = ++next;
            count -= room.Length;
        }
    }

    static InvalidOperationException TooManyDeliveries() => new("A log holds at most 2,147,483,647 deliveries.");

    /// <summary>Builds the log and empties the builder. O(n) when the messages came in order of time, O(n log n) otherwise.</summary>
    public MessageLog Build() => Build(out _);

    /// <summary>Builds the log and empties the builder.</summary>
    /// <param name="duplicatesRemoved">How many messages were dropped because an earlier source holds them too.</param>
    public MessageLog Build(out int duplicatesRemoved)
    {
        var sourceOf = SourceOfEach();
        var callSeconds = CallSecondsOfEach(Count);
        var inBlocks = _sentAt.IsInBlocks;
        var isPlain = _plain > 0 && _plain == Count;
        if (!isPlain) WritePlain();
        var columns = new LogColumns(_sender.MoveToArray(), isPlain ? null : _recipientOffset.MoveToArray(), _recipient.MoveToArray(), _sentAt.MoveToArray(), _size.MoveToArray(),
            isPlain ? null : _conversation.MoveToArray(), _kind.MoveToArray(), _traits.MoveToArray())
        { CallSeconds = callSeconds };
        // The blocks that the columns were gathered in are as large as the log; left to its own time, the collector keeps them beside it.
        if (inBlocks && columns.SentAt.Length >= LargeLog) GC.Collect();
        if (_anyOpen) columns = GroupFanOut.Fill(columns, _members);
        string?[]? ids = null;
        if (_sourceIds is not null)
        {
            ids = new string?[columns.SentAt.Length];
            foreach (var (message, id) in _sourceIds) ids[message] = id;
        }
        var order = _sorted ? null : ColumnOrder.MoveByTime(ref columns);
        if (order is not null && ids is not null) ids = Array.ConvertAll(order, i => ids[i]);
        duplicatesRemoved = 0;
        if (sourceOf is not null)
        {
            if (order is not null) sourceOf = Array.ConvertAll(order, i => sourceOf[i]);
            var kept = DuplicateFinder.WithoutDuplicates(columns, sourceOf);
            duplicatesRemoved = columns.SentAt.Length - kept.Length;
            if (duplicatesRemoved > 0)
            {
                columns = ColumnOrder.Gather(columns, kept);
                if (ids is not null) ids = Array.ConvertAll(kept, i => ids[i]);
            }
        }
        var names = isPlain && _sorted ? _actors.ToArray() : ActorNumbering.ByAppearance(columns, _actors.ToArray());
        var actors = new Actors(names);
        ActorId? owner = Owner is not null && actors.TryFind(Owner, out var found) ? found : null;
        return new MessageLog(columns, actors, TimeBasis, _conversations.ToArray(), ids, owner);
    }

    // Calls are few in most logs and absent from many: a look-up while building, a column only where there is one.
    int[]? CallSecondsOfEach(int count)
    {
        if (_callSeconds is null) return null;
        var seconds = new int[count];
        Array.Fill(seconds, -1);
        foreach (var (message, length) in _callSeconds) seconds[message] = length;
        return seconds;
    }

    int[]? SourceOfEach()
    {
        if (_sourceStart.Count < 2) return null;
        var sourceOf = new int[Count];
        for (var s = 0; s < _sourceStart.Count; s++)
            sourceOf.AsSpan(_sourceStart[s]..(s + 1 < _sourceStart.Count ? _sourceStart[s + 1] : Count)).Fill(s);
        return sourceOf;
    }
}
