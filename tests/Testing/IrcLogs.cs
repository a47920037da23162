using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Testing;

/// <summary>The Ubuntu channel with the replies that people annotated: Kummerfeld et al., ACL 2019, doi 10.18653/v1/P19-1374; 153 logs.</summary>
static class IrcLogs
{
    /// <summary>All rows as an observer of everything but content sees them, and which annotated row answers which; with <paramref name="addressing"/> each names the first recipient it addresses.</summary>
    public static (Observation Seen, List<(string Log, int Later, int Earlier)> Links) Read(bool addressing)
    {
        var log = new MessageLogBuilder();
        foreach (var f in File.ReadLines(SharedData.Path("data/irc-disentanglement/messages.csv")).Skip(1).Select(l => l.Split(',')))
            log.Add(new MessageRecord
            {
                SentAt = DateTimeOffset.Parse(f[2] + (f[2].EndsWith('Z') ? "" : "Z")).ToUnixTimeMilliseconds(),
                Sender = log.Actor(f[3]),
                Recipients = addressing && f[6].Length > 0 ? [log.Actor(f[6].Split(' ', ';', '|')[0])] : [],
                Size = int.Parse(f[4]),
                Conversation = log.Conversation(f[0]),
                SourceId = f[1],
            });
        var built = log.Build();
        var rowOf = new Dictionary<(string, string), int>();
        for (var i = 0; i < built.Count; i++) rowOf[(built.ConversationNames[built.Conversation[i]], built.SourceIdOf(i)!)] = i;
        var links = File.ReadLines(SharedData.Path("data/irc-disentanglement/reply_links.csv")).Skip(1).Select(l => l.Split(','))
            .Select(f => (f[0], rowOf[(f[0], f[2])], rowOf[(f[0], f[1])])).ToList();
        return (Lens.None.Observe(built), links);
    }
}
