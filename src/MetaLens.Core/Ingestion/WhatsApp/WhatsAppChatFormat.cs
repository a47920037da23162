using System.Text;
using MetaLens.Messages;

namespace MetaLens.Ingestion.WhatsApp;

/// <summary>WhatsApp's "Export chat": text from iOS or Android, alone or in an archive with its media.</summary>
public sealed class WhatsAppChatFormat : IMessageFormat
{
    const int LinesLookedAt = 5;

    /// <inheritdoc/>
    public FormatCard Card { get; } = new("whatsapp", "WhatsApp: Export chat",
        "Android: open the chat → ⋮ → More → Export chat → Without media or Include media. iPhone: open the chat → tap its name → Export chat. One file or .zip for each chat; name all of them.",
        "Sender, time, bytes of text, sizes of media in the archive, calls, people joining and leaving (in English, German, Spanish, Portuguese, French, Italian, Dutch and Russian). All header forms of iOS and Android: brackets or dash, any order of day, month and year, 12 and 24 hours.",
        "Members who never spoke; the zone of the times (--timezone), seconds on Android; sizes of media left out; captions in some versions; read times. Where day and month cannot be told apart: --date-order. Cut at about 40,000 messages (10,000 with media).");

    /// <inheritdoc/>
    public IReadOnlyList<SourceFile> Recognize(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. source.Files.Where(f => (f.Path.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || source.Files.Count == 1) && Looks(f))];
    }

    /// <inheritdoc/>
    public void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentNullException.ThrowIfNull(context);
        var chats = new List<(ChatReader Chat, string File)>();
        context.Each(files, file =>
        {
            if (ChatDates.Of(file, context) is not { } dates) return;
            // Exports of one chat at different times overlap.
            if (files.Count > 1) log.BeginSource();
            var chat = new ChatReader(source, file, dates, log, context);
            chat.ReadAll();
            chats.Add((chat, file.Name));
            log.TimeBasis = chat.Basis;
        });
        if (chats.Count == 0) throw new MessageFormatException(new Place(source.Name), "no line that begins with a date and a time as WhatsApp writes them", "an exported chat", "export the chat again without media");
        if (context.Options.TimeZone is null) context.Report.Note("WhatsApp writes the phone's wall clock without a zone; --timezone ZONE tells which.");
        NameMembers(chats, log, context);
    }

    // A chat in which one side only ever spoke says nothing of the other side; its name or the owner's fills it in.
    static void NameMembers(List<(ChatReader Chat, string File)> chats, MessageLogBuilder log, ReadContext context)
    {
        var census = new OwnerCensus();
        foreach (var (chat, file) in chats) census.Thread(file, chat.Speakers, null);
        var byDeletion = chats.Select(c => c.Chat.Owner).Where(o => o is not null).Distinct().ToList();
        if (byDeletion is [{ } deleter] && context.Options.Me.Count == 0) log.Owner = deleter;
        else if (chats.Count > 1 || context.Options.Me.Count > 0) census.Decide(log, context, ownerIsNamedFirst: false);
        var someReceive = false;
        foreach (var (chat, _) in chats)
        {
            // In a chat between two that only one of them wrote in, the other is who the chat is named after, or else the owner.
            var other = !chat.IsGroup && chat.Speakers.Count == 1 && chat.ChatName is { } name && !chat.Speakers.Contains(name) ? name : null;
            if (other is not null) log.Member(chat.Conversation, log.Actor(other));
            // Two who speak, one of whom the chat is named after, are all there are.
            var isFull = !chat.IsGroup && chat.Speakers.Count == 2 && chat.ChatName is { } peer && chat.Speakers.Contains(peer);
            if (log.Owner is { } owner && (!isFull || chat.Speakers.Contains(owner))) log.Member(chat.Conversation, log.Actor(owner));
            someReceive |= chat.Speakers.Count > 1 || chat.IsGroup || other is not null || (log.Owner is { } known && !chat.Speakers.Contains(known));
        }
        if (!someReceive && chats.Any(c => c.Chat.Speakers.Count > 0)) throw new OwnerUnknownException(chats[0].File, [.. chats.SelectMany(c => c.Chat.Speakers).Distinct()]);
    }

    static bool Looks(SourceFile file)
    {
        var head = file.Head[..Math.Min(file.Head.Length, 4096)];
        if (head.Contains((byte)0)) return false;
        foreach (var line in Encoding.UTF8.GetString(head).Split('\n').Take(LinesLookedAt))
            if (LineHeader.TryRead(line, out _)) return true;
        return false;
    }
}
