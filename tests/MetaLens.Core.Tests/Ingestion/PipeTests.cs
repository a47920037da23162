using System.IO.Pipes;
using System.Text;
using MetaLens.Ingestion;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion;

/// <summary>Pipes that have a path give their bytes once, and are read like files.</summary>
public class PipeTests
{
    [Fact]
    public async Task A_table_from_a_pipe_with_a_path_is_read_whole()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pipes have paths of this kind on Linux");
        var table = new StringBuilder("sender,recipient,sent_at\n");
        for (var i = 0; i < 20_000; i++) table.Append(System.Globalization.CultureInfo.InvariantCulture, $"p{i % 7},p{i % 11},{1_700_000_000 + i}\n");
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        var path = $"/proc/self/fd/{pipe.GetClientHandleAsString()}";
        var reading = Task.Run(() =>
        {
            using var source = Source.Open(path, new ArchiveLimits());
            return MessageReader.Read([source], new ReadOptions()).Log.Count;
        }, TestContext.Current.CancellationToken);
        await pipe.WriteAsync(Encoding.UTF8.GetBytes(table.ToString()), TestContext.Current.CancellationToken);
        pipe.DisposeLocalCopyOfClientHandle();
        pipe.Dispose();
        Assert.Equal(20_000, await reading);
    }
}
