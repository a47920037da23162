using System.Security.Cryptography;
using MetaLens.Cli.Commands;
using MetaLens.Ingestion;
using MetaLens.Messages;
using MetaLens.Reports;
using MetaLens.Reports.Languages;
using MetaLens.Reports.Live;

namespace MetaLens.Cli.Serving;

/// <summary>
/// One reader's export on its way to a report. Files are held in memory until they are read, and nothing is written to disk. A new upload takes the place of the one before it.
/// Safe to use from several requests at once.
/// </summary>
/// <param name="recipe">What a report is to look at.</param>
/// <param name="options">What was typed that the files do not say.</param>
/// <param name="format">The format to read as; null = recognise.</param>
/// <param name="measureLast">Messages at most that exposure is measured on; 0 = all.</param>
sealed class LiveSession(ReportRecipe recipe, ReadOptions options, IMessageFormat? format, int measureLast) : IDisposable
{
    readonly Lock _lock = new();
    readonly List<(string Name, ByteBlocks Bytes)> _files = [];
    CancellationTokenSource _work = new();
    LiveState _state = new("waiting");
    LiveReport? _report;

    /// <summary>The language of its pages.</summary>
    public Language Language => recipe.Language;

    /// <summary>How far it is.</summary>
    public LiveState State
    {
        get { lock (_lock) return _state; }
    }

    /// <summary>The report; null before there is one.</summary>
    public LiveReport? Report
    {
        get { lock (_lock) return _report; }
    }

    /// <summary>Stops what is under way and forgets everything.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _work.Cancel();
            _work = new CancellationTokenSource();
            _files.Clear();
            _report = null;
            _state = new LiveState("waiting");
        }
    }

    /// <summary>Takes a file that has come in whole.</summary>
    public void Add(string name, ByteBlocks bytes)
    {
        lock (_lock) _files.Add((name, bytes));
    }

    /// <summary>Bytes of the files that wait to be read.</summary>
    public long BytesHeld
    {
        get { lock (_lock) return _files.Sum(f => f.Bytes.Length); }
    }

    /// <summary>Begins a report of the files that were taken.</summary>
    /// <param name="me">Whose export it is; empty = as typed.</param>
    /// <returns>False when there is no file.</returns>
    public bool Begin(string me)
    {
        (string Name, ByteBlocks Bytes)[] files;
        lock (_lock) files = [.. _files];
        if (files.Length == 0) return false;
        Begin(stop => ReadFiles(files, me.Length == 0 ? options : options with { Me = [me] }, stop));
        return true;
    }

    /// <summary>Begins a report of what a reader gives.</summary>
    public void Begin(Func<CancellationToken, (MessageLog Log, IngestionReport Report, Provenance Provenance)> read)
    {
        CancellationToken stop;
        lock (_lock)
        {
            _work.Cancel();
            _work = new CancellationTokenSource();
            stop = _work.Token;
            _report = null;
            _state = new LiveState("working", Language["drop.reading"]);
        }
        Task.Run(() => Work(read, stop), CancellationToken.None);
    }

    /// <summary>Measures the reader's own column; null when there is no report.</summary>
    /// <param name="observer">Id of the column that it builds on.</param>
    /// <param name="protections">What is added, as typed.</param>
    /// <param name="stop">Stops it: the page no longer waits, as when a dial was turned again.</param>
    public async Task<OwnLensAnswer?> AnswerAsync(string observer, string protections, CancellationToken stop)
    {
        LiveReport? report;
        CancellationToken forgotten;
        lock (_lock) (report, forgotten) = (_report, _work.Token);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, forgotten);
        return report is null ? null : await report.AnswerAsync(observer, protections, either.Token);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Forget();
        _work.Dispose();
    }

    async Task Work(Func<CancellationToken, (MessageLog Log, IngestionReport Report, Provenance Provenance)> read, CancellationToken stop)
    {
        try
        {
            var (log, ingestion, provenance) = read(stop);
            if (log.Count == 0) throw new InvalidDataException($"No message was found in it.{(ingestion.RejectedTotal > 0 ? $" {ingestion.RejectedTotal} records could not be read: {string.Join(", ", ingestion.Rejected.Select(r => $"{r.Value} {r.Key}"))}." : "")}");
            var measured = measureLast > 0 && log.Count > measureLast ? log.Latest(measureLast) : log;
            var model = recipe.Make(log, measured, ingestion, provenance, published: null, new Steps(this, stop), stop);
            var html = await LiveRenderer.ReportAsync(model);
            Finish(new LiveState("done"), new LiveReport(model, measured, html), stop);
        }
        catch (OperationCanceledException)
        {
            // Whoever cancelled has said what the state is.
        }
        catch (OwnerUnknownException e)
        {
            Finish(new LiveState("failed", Message: Language["live.no-owner"], NeedsOwner: true, Candidates: [.. e.Candidates.Take(12)]), null, stop, keepFiles: true);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException or InvalidOperationException)
        {
            Finish(new LiveState("failed", Message: e.Message), null, stop);
        }
        catch (OutOfMemoryException)
        {
            Finish(new LiveState("failed", Message: Language["live.no-memory"]), null, stop);
        }
    }

    void Finish(LiveState state, LiveReport? report, CancellationToken stop, bool keepFiles = false)
    {
        lock (_lock)
        {
            if (stop.IsCancellationRequested) return;
            (_state, _report) = (state, report);
            if (!keepFiles) _files.Clear();
        }
    }

    (MessageLog Log, IngestionReport Report, Provenance Provenance) ReadFiles((string Name, ByteBlocks Bytes)[] files, ReadOptions readOptions, CancellationToken stop)
    {
        var sources = new List<Source>();
        try
        {
            foreach (var (name, bytes) in files) sources.Add(Source.Of(name, bytes, readOptions.ArchiveLimits));
            var (log, report) = MessageReader.Read(sources, readOptions, format, stop: stop);
            return (log, report, new Provenance(ReportRecipe.Version, "metalens serve", [.. files.Select(f => new InputFile(f.Name, Hash(f.Bytes)))], recipe.Seed));
        }
        finally
        {
            foreach (var source in sources) source.Dispose();
        }
    }

    static string Hash(ByteBlocks bytes)
    {
        using var stream = bytes.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    sealed class Steps(LiveSession session, CancellationToken stop) : IProgress<(string Step, double? Share)>
    {
        public void Report((string Step, double? Share) value)
        {
            lock (session._lock)
                if (!stop.IsCancellationRequested) session._state = new LiveState("working", value.Step, value.Share);
        }
    }
}
