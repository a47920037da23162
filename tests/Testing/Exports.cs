using System.IO.Compression;
using System.Text;
using MetaLens.Ingestion;
using MetaLens.Messages;
using Xunit;

namespace MetaLens.Testing;

/// <summary>Small exports made in a test: files of a folder or of a zip archive.</summary>
static class Exports
{
    /// <summary>Reads files as if they lay in one folder.</summary>
    public static (MessageLog Log, IngestionReport Report) ReadFolder(ReadOptions? options, params (string Path, string Text)[] files)
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
            return Logs.Read(folder.FullName, options);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads files as entries of a zip archive of this name.</summary>
    public static (MessageLog Log, IngestionReport Report) ReadZip(string name, ReadOptions? options, params (string Path, byte[] Bytes)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("metalens-");
        try
        {
            var path = Path.Combine(folder.FullName, name);
            using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
                foreach (var (entry, bytes) in files)
                    using (var stream = zip.CreateEntry(entry).Open())
                        stream.Write(bytes);
            var read = Logs.Read(path, options);
            Assert.Equal([path], Directory.GetFiles(folder.FullName));
            return read;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads one file.</summary>
    public static (MessageLog Log, IngestionReport Report) ReadFile(string path, string text, ReadOptions? options = null) => ReadFolder(options, (path, text));

    /// <summary>Reads text as it would come on a pipe.</summary>
    public static (MessageLog Log, IngestionReport Report) ReadPipe(string name, string text, ReadOptions? options = null)
    {
        using var source = Source.Of(name, new MemoryStream(Encoding.UTF8.GetBytes(text)));
        return MessageReader.Read([source], options ?? new ReadOptions());
    }

    /// <summary>The log as lines of "sender > recipients: kind size", in order of time.</summary>
    public static string[] Lines(MessageLog log) =>
        [.. Enumerable.Range(0, log.Count).Select(i =>
            $"{log.Actors.Names[log.Sender[i]]} > {string.Join(", ", log.RecipientsOf(i).ToArray().Select(r => log.Actors.NameOf(new ActorId(r))).Order(StringComparer.Ordinal))}: {log.Kind[i]} {log.Size[i]}")];

    /// <summary>Every string that the log and the report hold, to search for content that must not be there.</summary>
    public static string AllNames(MessageLog log, IngestionReport report) =>
        string.Join('\n', [.. log.Actors.Names, .. log.ConversationNames, .. Enumerable.Range(0, log.Count).Select(i => log.SourceIdOf(i) ?? ""), .. report.Notes, .. report.First.Select(r => r.ToString()), .. report.Skipped.Keys]);
}
