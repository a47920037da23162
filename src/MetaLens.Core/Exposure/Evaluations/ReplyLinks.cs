using MetaLens.Messages;

namespace MetaLens.Exposure.Evaluations;

/// <summary>Which message answers which, as somebody knows it.</summary>
public sealed class ReplyLinks
{
    readonly ILookup<int, int> _earlier;

    /// <summary>Finds the messages that a label file names by conversation and id.</summary>
    /// <param name="log">The log.</param>
    /// <param name="labels">Rows of conversation, earlier, later; those whose messages are not in the log are left out.</param>
    /// <exception cref="ArgumentException">The log's messages have no ids, or no link is between two of them.</exception>
    public ReplyLinks(MessageLog log, LabelTable labels)
    {
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(labels);
        if (!log.HasSourceIds) throw new ArgumentException("replies: found a log whose messages have no ids; expected a column of ids. Mend: name it with --columns id=F.");
        var messageOf = new Dictionary<(string, string), int>();
        for (var m = 0; m < log.Count; m++)
            if (log.SourceIdOf(m) is { } id) messageOf[(log.Conversation[m] >= 0 ? log.ConversationNames[log.Conversation[m]] : "", id)] = m;
        var links = new HashSet<(int Later, int Earlier)>();
        foreach (var label in labels.Rows)
            if (messageOf.TryGetValue((label.Values[0], label.Values[2]), out var later) && messageOf.TryGetValue((label.Values[0], label.Values[1]), out var earlier) && earlier < later)
                links.Add((later, earlier));
        if (links.Count == 0) throw new ArgumentException($"{labels.File}: found no link between two messages of the log; expected conversation,earlier,later with the log's own ids.");
        Links = [.. links];
        _earlier = links.ToLookup(l => l.Later, l => l.Earlier);
    }

    /// <summary>The links as indices of messages, in the order of the file, none twice.</summary>
    public IReadOnlyList<(int Later, int Earlier)> Links { get; }

    /// <summary>The messages that answer another, in order of time.</summary>
    public IEnumerable<int> Answers => _earlier.Select(l => l.Key).Order();

    /// <summary>What a message answers; nothing for one that begins a thread.</summary>
    public IEnumerable<int> AnsweredBy(int message) => _earlier[message];
}
