using System.Text;
using System.Text.Json;
using MetaLens.Ingestion.Json;
using MetaLens.Messages;
using NodaTime;

namespace MetaLens.Ingestion.Signal;

/// <summary>Reads one chat that signal-export wrote.</summary>
sealed class SignalExportChat(Source source, SourceFile file, MessageLogBuilder log, ReadContext context)
{
    const string Me = "Me";

    readonly string _title = file.Folder.Length > 0 ? file.Folder[(file.Folder.LastIndexOf('/') + 1)..] : Path.GetFileNameWithoutExtension(file.FileName);
    readonly string _owner = context.Options.Me.Count > 0 ? context.Options.Me[0] : Me;
    readonly WallClock _clock = new(context.Options.TimeZone);
    int _conversation = -1;

    public SourceFile File => file;

    public bool OwnerSpoke { get; private set; }

    int Conversation => _conversation >= 0 ? _conversation : _conversation = log.Conversation(_title);

    /// <summary>Says that the owner is in this chat, whether or not they spoke.</summary>
    public void AddOwner()
    {
        log.Owner = _owner;
        log.Member(Conversation, log.Actor(_owner));
    }

    public void ReadText()
    {
        log.BeginSource();
        using var stream = file.Open();
        var lines = new ByteLines(stream);
        var pending = new MessageSize();
        var (at, sender, any) = (default(LocalDateTime), "", false);
        while (lines.Next(out var line))
        {
            if ((lines.Number & 0xFFF) == 0) context.Stop.ThrowIfCancellationRequested();
            if (SignalExportLine.TryRead(line, out var nextAt, out var name, out var from))
            {
                if (any) Add(at, sender, pending);
                (at, sender, any, pending) = (nextAt, name, true, default);
                AddBody(ref pending, line[from..]);
            }
            else if (!any) context.Report.Reject(RejectReasons.RecordMalformed, new Place(file.Name, lines.Number, 1), "line", "");
            // Quotes (> …) and reactions ((- Name: 👍 -)) are written below the message and are no part of it; blank lines part messages.
            else if (!line.IsEmpty && !line.StartsWith("> "u8) && !line.StartsWith("(- "u8))
            {
                pending.AddBytes(1);
                AddBody(ref pending, line);
            }
        }
        if (any) Add(at, sender, pending);
    }

    public void ReadData()
    {
        log.BeginSource();
        using var stream = file.Open();
        var lines = new ByteLines(stream);
        while (lines.Next(out var line))
        {
            if ((lines.Number & 0xFFF) == 0) context.Stop.ThrowIfCancellationRequested();
            var place = new Place(file.Name, lines.Number, 1);
            if (line.IsEmpty) continue;
            if (!JsonLine.TryParse(line, out var entry)) context.Report.Reject(file.Length == lines.Offset + lines.Length ? RejectReasons.Truncated : RejectReasons.RecordMalformed, place, "line", "");
            else if (TextOf(entry, "sender"u8) is not { Length: > 0 } sender) context.Report.Reject(RejectReasons.SenderEmpty, place, "sender", "");
            else if (!DateText.TryRead(TextOf(entry, "date"u8), DateOrder.YearMonthDay, out var at, out _)) context.Report.Reject(RejectReasons.TimeUnreadable, place, "date", TextOf(entry, "date"u8));
            else
            {
                var size = new MessageSize();
                size.AddBytes(entry.TryGetProperty("body"u8, out var body) ? JsonLine.BytesOf(body) : 0);
                var files = 0;
                if (entry.TryGetProperty("attachments"u8, out var attachments) && attachments.ValueKind == JsonValueKind.Array)
                    foreach (var attachment in attachments.EnumerateArray())
                    {
                        size.AddBytes(source.Find($"{file.Folder}/{TextOf(attachment, "path"u8).TrimStart('.', '/')}")?.Length);
                        files++;
                    }
                Add(at, sender, size, files > 0 ? MessageKind.File : MessageKind.Text);
            }
        }
    }

    // An attachment is written as ![name](./media/file) or [name](./media/file).
    void AddBody(ref MessageSize size, ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var link = text.IndexOf("](./media/"u8);
            var open = link < 0 ? -1 : text[..link].LastIndexOf((byte)'[');
            var close = link < 0 ? -1 : text[link..].IndexOf((byte)')');
            if (open < 0 || close < 0) { size.AddBytes(text.Length); return; }
            var path = Encoding.UTF8.GetString(text[(link + 4)..(link + close)]);
            size.AddBytes(source.Find(file.Folder.Length > 0 ? $"{file.Folder}/{path}" : path)?.Length);
            size.AddBytes(text[..open].TrimEnd("! "u8).Length);
            text = text[(link + close + 1)..];
        }
    }

    void Add(LocalDateTime at, string sender, MessageSize size, MessageKind kind = MessageKind.Text)
    {
        OwnerSpoke |= sender == Me;
        var milliseconds = _clock.Next(at);
        if (!MessageTime.Holds(milliseconds)) { context.Report.Reject(RejectReasons.TimeOutOfRange, new Place(file.Name), "date", ""); return; }
        log.Add(new MessageRecord
        {
            SentAt = milliseconds,
            Sender = log.Actor(sender == Me ? _owner : sender),
            Recipients = [],
            Size = size.Value,
            Conversation = Conversation,
            Kind = kind,
            Traits = new MessageTraits(RecipientBasis.SpeakersOnly),
        });
    }

    static string TextOf(JsonElement element, ReadOnlySpan<byte> name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? JsonLine.TextOf(value) : "";
}
