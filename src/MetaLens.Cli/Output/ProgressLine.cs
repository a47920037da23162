using System.Globalization;

namespace MetaLens.Cli.Output;

/// <summary>
/// One line on a terminal that says what goes on, how far it is, and how long it will take; it appears after two seconds and is gone at the end. Without a terminal nothing
/// is written.
/// </summary>
sealed class ProgressLine : IProgress<(string Step, double? Share)>, IDisposable
{
    const double Mega = 1e6;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    readonly Lock _lock = new();
    readonly TextWriter _terminal;
    readonly TimeProvider _clock;
    readonly ITimer? _timer;
    string _step;
    double? _share;
    long _started, _read;
    long? _toRead;
    int _shown;
    bool _ended;

    /// <summary>Begins.</summary>
    /// <param name="terminal">Where the line goes; null = nowhere.</param>
    /// <param name="step">What is done first.</param>
    /// <param name="clock">Tells the time.</param>
    public ProgressLine(TextWriter? terminal, string step, TimeProvider clock)
    {
        (_terminal, _step, _clock) = (terminal ?? TextWriter.Null, step, clock);
        _started = clock.GetTimestamp();
        if (terminal is not null) _timer = clock.CreateTimer(_ => Show(), null, Patience, Beat);
    }

    /// <summary>Takes what is done now and the share of it done, 0 … 1.</summary>
    public void Report((string Step, double? Share) value)
    {
        lock (_lock)
        {
            if (!value.Step.Equals(_step, StringComparison.OrdinalIgnoreCase)) _started = _clock.GetTimestamp();
            (_step, _share) = (char.ToLowerInvariant(value.Step[0]) + value.Step[1..], value.Share);
            _toRead = null;
        }
    }

    /// <summary>The same for a step that has no others beside it.</summary>
    public IProgress<double> Of(string step) => new Single(this, step);

    /// <summary>Bytes read so far, as a step.</summary>
    /// <param name="total">Bytes in all; 0 or less = not known.</param>
    public IProgress<long> Reading(long total)
    {
        lock (_lock) _toRead = total;
        return new Bytes(this);
    }

    void Show()
    {
        lock (_lock)
        {
            if (_ended) return;
            var elapsed = _clock.GetElapsedTime(_started);
            var line = _toRead is { } total
                ? Line(string.Create(CultureInfo.InvariantCulture, $"{_step} {_read / Mega:0} MB at {_read / Mega / elapsed.TotalSeconds:0} MB/s"), total > 0 ? (double)_read / total : null, elapsed)
                : Line(_step, _share, elapsed);
            _terminal.Write('\r' + line.PadRight(_shown));
            _terminal.Flush();
            _shown = line.Length;
        }
    }

    static string Line(string step, double? share, TimeSpan elapsed) => share is { } done and > 0.01
        ? string.Create(CultureInfo.InvariantCulture, $"metalens: {step}, {Math.Min(done, 1):P0}, {InWords(elapsed * Math.Max(0, (1 / done) - 1))} left")
        : string.Create(CultureInfo.InvariantCulture, $"metalens: {step}, {InWords(elapsed)} so far");

    static string InWords(TimeSpan time) => time.TotalSeconds < 90 ? $"{Math.Ceiling(time.TotalSeconds):0} s" : $"{time.TotalMinutes:0} min";

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            _ended = true;
            if (_shown == 0) return;
            _terminal.Write('\r' + new string(' ', _shown) + '\r');
            _terminal.Flush();
        }
    }

    sealed class Single(ProgressLine line, string step) : IProgress<double>
    {
        public void Report(double value) => line.Report((step, value));
    }

    // Told at every block that is read; the words are made only when they are shown.
    sealed class Bytes(ProgressLine line) : IProgress<long>
    {
        public void Report(long value) => Interlocked.Exchange(ref line._read, value);
    }
}
