using MetaLens.Messages;

namespace MetaLens.Ingestion.Meta;

/// <summary>Reads the threads of one export, JSON before HTML where a thread is there as both.</summary>
static class ThreadsReader
{
    /// <exception cref="MessageFormatException">None of the files is a thread.</exception>
    public static void Read(Source source, IReadOnlyList<SourceFile> files, MessageLogBuilder log, ReadContext context)
    {
        var json = files.Where(ThreadFile.IsJson).ToList();
        var inJson = json.Select(ThreadFile.Conversation).ToHashSet(StringComparer.Ordinal);
        var html = files.Where(f => ThreadFile.IsHtml(f) && !inJson.Contains(ThreadFile.Conversation(f))).ToList();
        if (json.Count + html.Count == 0)
            throw new MessageFormatException(new Place(source.Name), "no thread of messages", "files like messages/inbox/NAME_ID/message_1.json", "name the whole download, unpacked or as .zip");
        var census = new OwnerCensus();
        string? root = null;
        // Oldest part first, so that messages of one millisecond keep their order.
        foreach (var file in json.OrderBy(ThreadFile.Root, StringComparer.Ordinal).ThenBy(ThreadFile.Conversation, StringComparer.Ordinal).ThenByDescending(ThreadFile.Part))
        {
            // Downloads of one account at different times overlap.
            if (root is not null && root != ThreadFile.Root(file)) log.BeginSource();
            root = ThreadFile.Root(file);
            var members = new ThreadMembers(ThreadFile.Conversation(file), log);
            new ThreadJsonReader(file, members, new MediaSizes(source, file.Folder), context).ReadAll();
            census.Thread(ThreadFile.Conversation(file), members.Names, members.First);
        }
        var clock = new WallClock(context.Options.TimeZone);
        context.Each(html, file =>
        {
            var members = new ThreadMembers(ThreadFile.Conversation(file), log);
            new ThreadHtmlReader(file, members, new MediaSizes(source, file.Folder), clock, context).ReadAll();
            census.Thread(ThreadFile.Conversation(file), members.Names, members.First);
        });
        log.TimeBasis = html.Count > 0 ? clock.Basis : TimeBasis.Utc;
        if (html.Count > 0 && clock.Basis == TimeBasis.LocalUnknown) context.Report.Note("Times in HTML are to the minute and of an unnamed zone; --timezone ZONE tells which. The JSON download has exact ones.");
        census.Decide(log, context, ownerIsNamedFirst: json.Count > 0 && json.All(ThreadFile.IsEncryptedExport));
    }
}
