using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using MetaLens.Ingestion;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion;

/// <summary>
/// Damaged files: every sample with bits flipped, cut short, or pieces swapped, through every importer. Nothing but the two documented exceptions may come out, and
/// nothing may take five seconds or a gigabyte. METALENS_MUTATIONS says how many; a failure names the mutation, which is reproducible.
/// </summary>
public class MutationTests
{
    const int CountByDefault = 400;
    const int LargestSample = 96 * 1024;
    const int FailuresShown = 10;
    const long LargestWorkingSet = 1L << 30;
    // Asked for by number this runs alone, and five seconds are five seconds. Beside other tests a loaded machine may stop anything for as long; what hangs still hangs after a minute.
    static readonly TimeSpan LongestAlone = TimeSpan.FromSeconds(5), LongestBesideOthers = TimeSpan.FromSeconds(60);

    static readonly (string Name, string Text)[] Made =
    [
        ("box.mbox", "From - \nFrom: \"A, B\" <a@x.org>\nTo: g: b@x.org, c@x.org (x);\nDate: Fri, 23 Aug 2002 2:32:53 -0400\nContent-Length: 3\n\nhi\n\nFrom - \nFrom: a@x.org\n"),
        ("chat.md", "[2022-05-01 12:30:00] Me: hi ![pic](./media/a.jpg)\n\n[2022-05-01 12:31:00] Kim: one\ntwo\n"),
        ("export.json", """{"room_name":"t","room_creator":"a","messages":[{"type":"m.room.create","sender":"@a:x","origin_server_ts":1700000000000,"content":{}},{"type":"m.room.message","sender":"@a:x","origin_server_ts":1700000000001,"content":{"msgtype":"m.image","body":"x","info":{"size":3}}}]}"""),
        ("sms.xml", "<smses><sms address=\"1\" date=\"1700000000000\" type=\"1\" body=\"&#55357;&#56832;\"/><mms date=\"1700000000000\" msg_box=\"1\" address=\"1~2\"><parts><part ct=\"image/png\" data=\"AAAA\"/></parts></mms></smses>"),
        ("ego.csv", "interaction,direction,correspondent_id,datetime,call_duration,antenna_id\ncall,in,A_1,2014-03-02 07:13:30,211,13084\ntext,out,A_2,2014-03-02 08:00:00,,\n"),
        ("c42/messages.csv", "ID,Timestamp,Contents,Attachments\n9,2021-01-01 00:00:00.123000+00:00,\"two\nlines\",\n"),
        ("table.csv", "sender,recipient,time,size\na,b,2024-01-31T10:00:00Z,5\nb,\"a;c\",2024-02-01T10:00:00Z,6\n"),
    ];

    [Fact]
    public async Task No_damaged_file_breaks_an_importer()
    {
        var samples = Samples();
        var folder = Directory.CreateTempSubdirectory("metalens-");
        var path = Path.Combine(folder.FullName, "damaged.db");
        var count = int.TryParse(Environment.GetEnvironmentVariable("METALENS_MUTATIONS"), CultureInfo.InvariantCulture, out var asked) ? asked : CountByDefault;
        var longest = asked > 0 ? LongestAlone : LongestBesideOthers;
        var failures = new List<string>();
        for (var seed = 0; seed < count && failures.Count < FailuresShown; seed++)
        {
            var random = new Random(seed);
            var (name, bytes) = samples[random.Next(samples.Count)];
            // Every eighth is inside an archive, which is damaged with or without its file.
            var inArchive = random.Next(8) == 0;
            var damaged = inArchive ? Damage(Zip(name, random.Next(2) == 0 ? bytes : Damage(bytes, random)), random) : Damage(bytes, random);
            // Every fourth goes through an importer that would not have claimed it.
            var format = random.Next(4) == 0 ? MessageFormats.All[random.Next(MessageFormats.All.Count)] : random.Next(2) == 0 ? Recognise(name, bytes) : null;
            var options = new ReadOptions { Me = random.Next(2) == 0 ? ["Me"] : [], TimeZone = random.Next(2) == 0 ? DateTimeZoneProviders.Tzdb["Europe/Berlin"] : null };
            var what = $"mutation {seed} of {name} as {format?.Card.Id ?? "recognised"}";
            var reading = Task.Factory.StartNew(() => Read(name, damaged, format, options, inArchive ? path + ".zip" : path), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            if (await Task.WhenAny(reading, Task.Delay(longest, TestContext.Current.CancellationToken)) != reading) Assert.Fail($"{what} takes over {longest.TotalSeconds} seconds");
            if (await reading is { } wrong) failures.Add($"{what}: {wrong}");
        }
        folder.Delete(recursive: true);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        // Beside other tests the process is as large as they make it; asked for by number, this one runs alone.
        using var process = Process.GetCurrentProcess();
        if (asked > 0) Assert.InRange(process.PeakWorkingSet64, 0, LargestWorkingSet);
    }

    // What came out that should not have; null when reading went as documented.
    static Exception? Read(string name, byte[] bytes, IMessageFormat? format, ReadOptions options, string path)
    {
        try
        {
            // A database on disk is read in place, one inside an archive from memory.
            var onDisk = path.EndsWith(".zip", StringComparison.Ordinal) || (name.EndsWith(".db", StringComparison.Ordinal) && bytes.Length % 2 == 0);
            if (onDisk) File.WriteAllBytes(path, bytes);
            using var source = onDisk ? Source.Open(path, options.ArchiveLimits) : Source.Of(name, new MemoryStream(bytes));
            var before = GC.GetAllocatedBytesForCurrentThread();
            MessageReader.Read([source], options, format);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            return allocated > LargestWorkingSet ? new InsufficientMemoryException($"{allocated} bytes were asked for") : null;
        }
        catch (Exception e) when (e is MessageFormatException or OwnerUnknownException)
        {
            return e.Message.Contains("Mend:", StringComparison.Ordinal) ? null : e;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    static byte[] Zip(string name, byte[] bytes)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var entry = archive.CreateEntry(name).Open()) entry.Write(bytes);
            using (var nested = archive.CreateEntry("nested.zip").Open()) nested.Write("PK\x03\x04"u8);
        }
        return zip.ToArray();
    }

    static IMessageFormat? Recognise(string name, byte[] bytes)
    {
        using var source = Source.Of(name, new MemoryStream(bytes));
        return MessageFormats.All.FirstOrDefault(f => f.Recognize(source).Count > 0);
    }

    static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = (byte[])bytes.Clone();
        for (var times = random.Next(1, 6); times > 0 && damaged.Length > 1; times--)
        {
            switch (random.Next(5))
            {
                case 0:
                    for (var flips = random.Next(1, 20); flips > 0; flips--) damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                    break;
                case 1: damaged = damaged[..random.Next(1, damaged.Length)]; break;
                case 2: damaged = Swap(damaged, random, (byte)",;:\"<>{}[]\n "[random.Next(12)]); break;
                case 3:
                    var at = random.Next(damaged.Length);
                    var piece = damaged[at..Math.Min(damaged.Length, at + random.Next(1, 200))];
                    damaged = [.. damaged[..at], .. piece, .. damaged[at..]];
                    break;
                default:
                    damaged.AsSpan(random.Next(damaged.Length))[..1].Fill((byte)random.Next(256));
                    break;
            }
        }
        return damaged;
    }

    // Two fields between delimiters change places.
    static byte[] Swap(byte[] bytes, Random random, byte delimiter)
    {
        var cuts = Enumerable.Range(0, bytes.Length).Where(i => bytes[i] == delimiter).ToList();
        if (cuts.Count < 4) return bytes;
        var first = random.Next(cuts.Count - 3);
        var second = random.Next(first + 1, cuts.Count - 1);
        return
        [
            .. bytes[..cuts[first]], .. bytes[cuts[second]..cuts[second + 1]], .. bytes[cuts[first + 1]..cuts[second]],
            .. bytes[cuts[first]..cuts[first + 1]], .. bytes[cuts[second + 1]..],
        ];
    }

    static List<(string Name, byte[] Bytes)> Samples()
    {
        var samples = Made.Select(m => (m.Name, Encoding.UTF8.GetBytes(m.Text))).ToList();
        foreach (var sample in SampleExport.All) samples.Add(sample.Files(40).Last());
        var root = SharedData.Path("exports");
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (file.EndsWith(".txtproto", StringComparison.Ordinal) || file.EndsWith(".out", StringComparison.Ordinal)) continue;
            var bytes = File.ReadAllBytes(file);
            samples.Add((Path.GetRelativePath(root, file).Replace('\\', '/'), bytes[..Math.Min(bytes.Length, LargestSample)]));
        }
        return samples;
    }
}
