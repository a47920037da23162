using MetaLens.Ingestion.Json;

namespace MetaLens.Ingestion.Meta;

/// <summary>What a file of a Meta export is, told from its head and its path.</summary>
static class ThreadFile
{
    static readonly string[] Folders = ["/inbox/", "/archived_threads/", "/filtered_threads/", "/message_requests/", "/e2ee_cutover/"];

    static readonly string[] Roots = ["/messages/", .. Folders];

    /// <summary>JSON of the "Download your information" shape, or the end-to-end encrypted one.</summary>
    public static bool IsJson(SourceFile file) =>
        JsonFile.FirstByte(file) == '{' && Has(file, "\"messages\""u8)
        && ((Has(file, "\"sender_name\""u8) && Has(file, "\"timestamp_ms\""u8)) || IsEncryptedExport(file) || (Has(file, "\"participants\""u8) && file.Path.Contains("messages/", StringComparison.Ordinal)));

    /// <summary>The flat shape of the separate download of end-to-end encrypted chats.</summary>
    public static bool IsEncryptedExport(SourceFile file) => Has(file, "\"participants\""u8) && Has(file, "\"threadName\""u8);

    /// <summary>A thread as HTML.</summary>
    public static bool IsHtml(SourceFile file) =>
        file.Path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) && file.FileName.StartsWith("message", StringComparison.Ordinal)
        && (Has(file, "<html"u8) || Has(file, "<div"u8)) && (Folders.Any(f => file.Name.Replace('\\', '/').Contains(f, StringComparison.Ordinal)) || Has(file, "Participants"u8));

    /// <summary>Whether it is Instagram's; the same shape else is Messenger's.</summary>
    public static bool IsInstagram(Source source, SourceFile file) =>
        file.Path.Contains("instagram", StringComparison.OrdinalIgnoreCase)
        || (!file.Path.Contains("facebook", StringComparison.OrdinalIgnoreCase)
            && (source.Name.Contains("instagram", StringComparison.OrdinalIgnoreCase) || source.Files.Any(f => f.Path.Contains("instagram", StringComparison.OrdinalIgnoreCase))));

    /// <summary>The thread's name: its folder, which overlapping exports share; the file's own name in flat layouts.</summary>
    public static string Conversation(SourceFile file)
    {
        var folder = file.Folder.Length > 0 ? file.Folder : Path.GetDirectoryName(file.Name)?.Replace('\\', '/') ?? "";
        // Long paths come out cut ("messa.json"); in a thread's own folder every file is a part of it.
        var isPart = file.FileName.StartsWith("message", StringComparison.Ordinal) || Folders.Any(f => folder.LastIndexOf('/') is > 0 and var slash && (folder[..slash] + "/").EndsWith(f, StringComparison.Ordinal));
        return isPart && folder.Length > 0 ? folder[(folder.LastIndexOf('/') + 1)..] : Path.GetFileNameWithoutExtension(file.FileName);
    }

    /// <summary>The archive or folder of one download: what comes before its folder of messages.</summary>
    public static string Root(SourceFile file)
    {
        var name = file.Name.Replace('\\', '/');
        foreach (var folder in Roots)
            if (name.LastIndexOf(folder, StringComparison.Ordinal) is >= 0 and var at) return name[..at];
        return Path.GetDirectoryName(name) ?? "";
    }

    /// <summary>Number of the part: <c>message_10.json</c> is 10; 0 for none.</summary>
    public static int Part(SourceFile file)
    {
        var stem = Path.GetFileNameWithoutExtension(file.FileName);
        return int.TryParse(stem.AsSpan(stem.LastIndexOf('_') + 1), out var part) ? part : 0;
    }

    static bool Has(SourceFile file, ReadOnlySpan<byte> text) => file.Head.IndexOf(text) >= 0;
}
