using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using MetaLens.Messages;
using Microsoft.Win32.SafeHandles;

namespace MetaLens.Ingestion.Delimited;

/// <summary>
/// Reads a file on disk from its beginning as far as all rows are plain and alike, mostly to its end, on several threads that write straight into the log's columns. Which
/// thread reads what does not show in the log: its actors come in the order of their rows.
/// </summary>
sealed class PlainStart(SourceFile file, string path, DelimitedLayout layout, MessageLogBuilder log, ReadContext context)
{
    const int PartLength = 1 << 17, NamesAhead = 16;

    int _next, _firstOther;

    /// <summary>Reads as far as it can. O(bytes).</summary>
    /// <param name="start">Bytes before the first line.</param>
    /// <returns>The bytes and lines that are done with, from the beginning of the file; the next is the beginning of a line.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public (long Bytes, long Lines) Read(int start)
    {
        try
        {
            return ReadParts(start);
        }
        catch (AggregateException several)
        {
            // What one thread met, as if it had met it alone.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
            throw;
        }
    }

    (long Bytes, long Lines) ReadParts(int start)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var parts = FileParts.Of(handle, start, PartLength, context.Options.Threads, context.Stop);
        var rows = (int)Math.Min(Array.MaxLength, parts.LineFeeds + (parts.EndsInsideLine ? 1 : 0) - HeaderLines);
        if (rows <= 0) return (0, 0);
        if (!UniformRows.Handles(layout) || layout.Roles.AreCalls || rows == Array.MaxLength || log.Room(rows) is not { } room)
        {
            log.Expect(rows);
            return (0, 0);
        }
        return Read(handle, parts, room);
    }

    int HeaderLines => layout.Header is null ? 0 : 1;

    (long Bytes, long Lines) Read(SafeFileHandle handle, FileParts parts, MessageRoom room)
    {
        var scanners = new PartScanner[Math.Min(context.Options.Threads, parts.Count)];
        for (var i = 0; i < scanners.Length; i++) scanners[i] = new PartScanner(handle, parts, layout, room, file.Watch);
        // Who read each part, and how many names it knew then.
        var reader = new (int Scanner, int Names)[parts.Count];
        _firstOther = parts.Count;
        OnAll(scanners.Length, s =>
        {
            while (Interlocked.Increment(ref _next) - 1 is var part && part < Volatile.Read(ref _firstOther))
            {
                context.Stop.ThrowIfCancellationRequested();
                if (!scanners[s].TryRead(part)) LowerFirstOther(part);
                reader[part] = (s, scanners[s].Names.Count);
            }
        });
        var lines = parts.LinesBefore(_firstOther);
        var actorOf = EnterNames(scanners, reader.AsSpan(0, _firstOther));
        _next = 0;
        OnAll(scanners.Length, _ =>
        {
            while (Interlocked.Increment(ref _next) - 1 is var part && part < _firstOther)
                room.Finish(RowsBefore(part), RowsBefore(part + 1), actorOf[reader[part].Scanner]);
        });
        log.Take(room, RowsBefore(_firstOther));
        return (parts.Start(_firstOther), lines);

        int RowsBefore(int part) => (int)Math.Max(0, parts.LinesBefore(part) - HeaderLines);
    }

    void LowerFirstOther(int part)
    {
        while (Volatile.Read(ref _firstOther) is var first && part < first && Interlocked.CompareExchange(ref _firstOther, part, first) != first) { }
    }

    // Gives the names met in some parts actors, in the order of their first rows: part by part, and in each in the order in which its scanner met them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int[][] EnterNames(PartScanner[] scanners, ReadOnlySpan<(int Scanner, int Names)> reader)
    {
        // Numbers of the first scanner stand for names: all others' are led to them.
        var (names, numberOf) = (scanners[0].Names, new int[scanners.Length][]);
        for (var s = 0; s < scanners.Length; s++) numberOf[s] = s == 0 ? ColumnOrder.Identity(names.Count) : scanners[s].AddNamesTo(scanners[0]);
        var actor = new int[names.Count];
        Array.Fill(actor, -1);
        var entered = new int[scanners.Length];
        foreach (var (s, known) in reader)
        {
            var numbers = numberOf[s];
            for (var i = entered[s]; i < known; i++)
            {
                if (i + NamesAhead < numbers.Length) CacheLine.AskFor<int>(actor, numbers[i + NamesAhead]);
                if (actor[numbers[i]] < 0) actor[numbers[i]] = log.NewActor(names[numbers[i]]);
            }
            entered[s] = known;
        }
        foreach (var numbers in numberOf)
            foreach (ref var number in numbers.AsSpan()) number = actor[number];
        return numberOf;
    }

    static void OnAll(int threads, Action<int> work) => Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
}
