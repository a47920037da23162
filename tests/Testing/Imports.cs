using System.Text;
using MetaLens.Ingestion;
using MetaLens.Messages;
using NodaTime;
using NodaTime.Text;

namespace MetaLens.Testing;

/// <summary>Reads samples and small files made in a test, and says in one line what came of them.</summary>
static class Imports
{
    /// <summary>What was read, as a line that a person can check against the file.</summary>
    public static string Summary((MessageLog Log, IngestionReport Report) read)
    {
        var (log, report) = read;
        var sizes = log.Size.ToArray();
        var span = log.Count == 0 ? "never" : $"{Instant(log.SentAt[0])} to {Instant(log.SentAt[^1])}";
        var rejected = string.Concat(report.Rejected.Select(r => $", {r.Key} {r.Value}"));
        return $"{string.Join('+', report.Files.Select(f => f.Format).Distinct())}: {log.Count} messages, {log.Actors.Count} actors, {log.DeliveryCount} deliveries, {span}, "
            + $"{sizes.Where(s => s >= 0).Sum(s => (long)s)} bytes, {sizes.Count(s => s < 0)} unknown{rejected}";
    }

    /// <summary>Reads a sample of the shared exports.</summary>
    public static (MessageLog Log, IngestionReport Report) Sample(string path, ReadOptions? options = null) => Logs.Read(SharedData.Path($"exports/{path}"), options);

    /// <summary>Reads one file made of text.</summary>
    public static (MessageLog Log, IngestionReport Report) Text(string name, string text, ReadOptions? options = null) => Bytes(name, Encoding.UTF8.GetBytes(text), options);

    /// <summary>Reads one file made of bytes.</summary>
    public static (MessageLog Log, IngestionReport Report) Bytes(string name, byte[] bytes, ReadOptions? options = null)
    {
        using var source = Source.Of(name, new MemoryStream(bytes));
        return MessageReader.Read([source], options ?? new ReadOptions());
    }

    /// <summary>Reads one file on disk made of bytes.</summary>
    public static (MessageLog Log, IngestionReport Report) OnDisk(string name, byte[] bytes, ReadOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("metalens-");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, name), bytes);
            using var source = Source.Open(Path.Combine(folder.FullName, name), new ArchiveLimits());
            return MessageReader.Read([source], options);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads a folder made of texts.</summary>
    public static (MessageLog Log, IngestionReport Report) Folder(ReadOptions? options, params ReadOnlySpan<(string Path, string Text)> files)
    {
        var folder = Directory.CreateTempSubdirectory("metalens-");
        try
        {
            foreach (var (path, text) in files)
            {
                var full = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, text);
            }
            using var source = Source.Open(folder.FullName, new ArchiveLimits());
            return MessageReader.Read([source], options ?? new ReadOptions());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The deliveries as <c>time sender → recipients (kind, size)</c>.</summary>
    public static IReadOnlyList<string> Lines(MessageLog log) =>
        [.. Enumerable.Range(0, log.Count).Select(i =>
            $"{Instant(log.SentAt[i])} {log.Actors.Names[log.Sender[i]]} → {string.Join(", ", log.RecipientsOf(i).ToArray().Select(r => log.Actors.Names[r]))} ({log.Kind[i]}, {log.Size[i]})")];

    static string Instant(long milliseconds) => InstantPattern.ExtendedIso.Format(NodaTime.Instant.FromUnixTimeMilliseconds(milliseconds));
}
