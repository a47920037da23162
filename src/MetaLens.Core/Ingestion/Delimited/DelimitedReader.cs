using System.Text;
using MetaLens.Messages;

namespace MetaLens.Ingestion.Delimited;

/// <summary>
/// Reads one delimited file into the log: plain rows by scanning bytes on several threads, all others row by row. What comes out is what the row reader alone
/// would make of it.
/// </summary>
sealed class DelimitedReader(SourceFile file, DelimitedLayout layout, MessageLogBuilder log, ReadContext context)
{
    readonly RowReader _rows = new(file, layout, log, context);
    readonly MessageTraits _traits = new(layout.Roles.Recipient >= 0 ? RecipientBasis.Exact : RecipientBasis.SpeakersOnly);

    public void ReadAll()
    {
        if (context.Options.RowByRow || !BlockScanner.Handles(layout) || IsUtf16(file.Head)) ReadRows();
        else ReadBlocks();
        _rows.Flush();
    }

    void ReadRows()
    {
        using var stream = file.Open();
        var lines = LineSource.Of(stream);
        var isHeader = layout.Header is not null;
        while (lines.Next() is { } row)
        {
            if ((lines.Line & 0xFFF) == 0) context.Stop.ThrowIfCancellationRequested();
            if (!IsRow(row)) continue;
            if (!isHeader) _rows.Read(row, lines);
            isHeader = false;
        }
        if (lines.IsCut) context.Report.NoteCut();
    }

    void ReadBlocks()
    {
        var (bytes, lines) = file.DiskPath is { } path ? new PlainStart(file, path, layout, log, context).Read(MarkLength) : (0, 0);
        using var stream = file.Open();
        if (bytes > 0) stream.Position = bytes;
        else stream.ReadExactly(new byte[MarkLength]);
        using var blocks = new ScannedBlocks(stream, lines, layout, context.Options.Threads, () => (new NamesInLog(log.Actor), new NamesInLog(name => log.Conversation(name))), context.Stop);
        while (blocks.Next() is { } block) Take(blocks, block);
        if (blocks.EndsInsideLine) context.Report.NoteCut();
    }

    void Take(ScannedBlocks blocks, ByteBlock block)
    {
        var taken = 0;
        foreach (var line in block.Unusual)
        {
            AddPlain(block, taken, line.RowsBefore);
            taken = line.RowsBefore;
            var row = Encoding.UTF8.GetString(block.Bytes.AsSpan(line.Start..line.End));
            if (!DelimitedRow.QuotesBalance(row))
            {
                ReadOn(blocks, block, line);
                return;
            }
            _rows.Read(row, new LineSource(() => null, () => blocks.IsAtEnd && line.End == block.Length) { Line = blocks.LinesBefore + line.LinesBefore + 1 });
        }
        AddPlain(block, taken, block.RowCount);
    }

    // A quote is open: row by row from here to the end of the block, or of a later one if a row goes on there.
    void ReadOn(ScannedBlocks blocks, ByteBlock block, UnusualLine from)
    {
        var text = new BlockLines(blocks, block, from.Start);
        var lines = new LineSource(text.Next, () => blocks.EndsInsideLine) { Line = blocks.LinesBefore + from.LinesBefore };
        do
        {
            if ((lines.Line & 0xFFF) == 0) context.Stop.ThrowIfCancellationRequested();
            if (lines.Next() is { } row && IsRow(row)) _rows.Read(row, lines);
        }
        while (lines.HasReturned || !text.IsBetweenBlocks);
    }

    void AddPlain(ByteBlock block, int start, int end)
    {
        if (start == end) return;
        _rows.Flush();
        if (layout.Roles.Recipient < 0) block.Actors.Translate(block.Sender.AsSpan(start..end));
        else block.Actors.Translate(block.Sender.AsSpan(start..end), block.Recipient.AsSpan(start..end));
        if (layout.Roles.Conversation >= 0) block.Conversations.Translate(block.Conversation.AsSpan(start..end));
        log.Add(new MessageRun
        {
            SentAt = block.SentAt.AsSpan(start..end),
            Sender = block.Sender.AsSpan(start..end),
            Recipient = layout.Roles.Recipient >= 0 ? block.Recipient.AsSpan(start..end) : [],
            Size = block.Size.AsSpan(start..end),
            Conversation = layout.Roles.Conversation >= 0 ? block.Conversation.AsSpan(start..end) : [],
            AreCalls = layout.Roles.AreCalls,
            Traits = _traits,
        });
    }

    static bool IsRow(string line) => line.Length > 0 && line[0] != '#';

    static bool IsUtf16(ReadOnlySpan<byte> head) => head is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..];

    // Of a mark that says UTF-8.
    int MarkLength => file.Head is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
}
