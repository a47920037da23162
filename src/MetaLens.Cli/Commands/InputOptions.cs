using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using MetaLens.Cli.Output;
using MetaLens.Ingestion;
using MetaLens.Messages;
using NodaTime;
using NodaTime.Text;

namespace MetaLens.Cli.Commands;

/// <summary>The options of every verb with an INPUT: first what was typed, then (<see cref="Read"/>) what it means.</summary>
sealed class InputOptions
{
    readonly Argument<string[]> _inputs = new("INPUT") { Description = "File, folder, .zip as downloaded from a service, or - (CSV on standard input). Several are merged." };
    readonly Option<string> _format = new("--format") { Description = $"Read as this format instead of recognising it: {string.Join(", ", MessageFormats.All.Select(f => f.Card.Id))}.", HelpName = "ID", CompletionSources = { _ => MessageFormats.All.Select(f => f.Card.Id) } };
    readonly Option<string[]> _me = new("--me") { Description = "Whose export it is, where it does not say (repeatable).", HelpName = "NAME" };
    readonly Option<string> _timezone = new("--timezone") { Description = "Zone of wall-clock times without one.", HelpName = "IANA" };
    readonly Option<string> _columns = new("--columns") { Description = "sender=A,recipient=B,time=C,size=D,conversation=E,id=F (names or 1-based numbers).", HelpName = "MAP" };
    readonly Option<bool> _noHeader = new("--no-header") { Description = "The table has no header row." };
    readonly Option<string> _delimiter = new("--delimiter") { Description = "One character, or tab.", HelpName = "C" };
    readonly Option<string> _timeFormat = new("--time-format") { Description = "How times are written, as a .NET format: \"dd.MM.yyyy HH:mm\".", HelpName = "FORMAT" };
    readonly Option<string> _timeUnit = new("--time-unit") { Description = "Unit of numeric times: s, ms, us.", HelpName = "UNIT" };
    readonly Option<bool> _relative = new("--relative-time") { Description = "Numeric times count from an unnamed start." };
    readonly Option<string> _dateOrder = new("--date-order") { Description = "Order in dates of numbers: dmy, mdy, ymd.", HelpName = "ORDER" };
    readonly Option<string> _from = new("--from", "--since") { Description = "Leave out messages before this time (ISO 8601).", HelpName = "TIME" };
    readonly Option<string> _to = new("--to", "--until") { Description = "Leave out messages from this time on (ISO 8601).", HelpName = "TIME" };
    readonly Option<string> _sameAs = new("--same-as") { Description = "CSV with header alias,name: handles of one person.", HelpName = "FILE" };
    readonly Option<bool> _strict = new("--strict") { Description = "Stop at the first bad record (exit 2)." };
    readonly Option<bool> _showValues = new("--show-values") { Description = "Let error messages show what was found." };
    readonly Option<string> _pseudonymize = new("--pseudonymize") { Description = "Replace names by stable invented ones; with KEYFILE (made if missing) the same in every run.", HelpName = "KEYFILE", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<int> _seed = new("--seed") { Description = "Seed of everything random.", DefaultValueFactory = _ => 0, HelpName = "N" };
    readonly Option<int> _threads = new("--threads") { Description = "Threads at most; results do not depend on it.", DefaultValueFactory = _ => Environment.ProcessorCount, HelpName = "N" };
    readonly Option<bool> _json = new("--json") { Description = "Result as one JSON object." };
    readonly Option<bool> _csv = new("--csv") { Description = "Result as CSV." };
    readonly Option<bool> _quiet = new("--quiet") { Description = "No warnings." };
    readonly Option<bool> _noProgress = new("--no-progress") { Description = "No progress." };

    /// <summary>Adds them to a verb; to a live one, which may begin without an input.</summary>
    public void AddTo(Command command, bool isLive = false)
    {
        _inputs.Arity = isLive ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore;
        command.Add(_inputs);
        foreach (Option option in (Option[])[_format, _me, _timezone, _columns, _noHeader, _delimiter, _timeFormat, _timeUnit, _relative, _dateOrder, _from, _to, _sameAs, _strict, _showValues, _pseudonymize, _seed, _threads, _quiet, _noProgress])
            command.Add(option);
        // A page has its result in the browser.
        if (isLive) return;
        command.Add(_json);
        command.Add(_csv);
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);

    public bool Csv(ParseResult parsed) => parsed.GetValue(_csv);

    public bool Quiet(ParseResult parsed) => parsed.GetValue(_quiet);

    public int Seed(ParseResult parsed) => parsed.GetValue(_seed);

    /// <summary>The zone named for wall-clock times; null = none.</summary>
    public DateTimeZone? Zone(ParseResult parsed) => Options(parsed).TimeZone;

    /// <summary>Whether the result may show the names as read: invented ones are in place already.</summary>
    public bool KeepsNames(ParseResult parsed) => parsed.GetResult(_pseudonymize) is not null;

    /// <summary>What was typed that names a person, and that names a file or a folder.</summary>
    public (IReadOnlyList<string> People, IReadOnlyList<string> Paths) Private(ParseResult parsed) =>
        (parsed.GetValue(_me) ?? [], [.. Inputs(parsed), .. ((string?[])[parsed.GetValue(_sameAs), parsed.GetValue(_pseudonymize)]).OfType<string>()]);

    public IReadOnlyList<string> Inputs(ParseResult parsed) => parsed.GetValue(_inputs) ?? [];

    /// <summary>Reads the inputs as the options say and tells the error stream what to look at.</summary>
    public Input Read(ParseResult parsed, TextWriter error, CancellationToken stop)
    {
        var options = Options(parsed);
        var format = Format(parsed);
        LimitProcessors(options.Threads);
        var sources = new List<Source>();
        try
        {
            foreach (var input in Inputs(parsed))
                sources.Add(input == "-" ? Source.Of("standard input", Console.OpenStandardInput()) : Source.Open(input, options.ArchiveLimits));
            var bytes = sources.Sum(s => s.Files.Sum(f => Math.Max(0, f.Length)));
            var (log, report) = Watched(parsed, error, "reading", progress => MessageReader.Read(sources, options, format, progress.Reading(bytes), stop));
            if (parsed.GetResult(_pseudonymize) is not null) log = log.WithNames(Pseudonyms.For(log.Actors, KeyOf(parsed.GetValue(_pseudonymize))));
            if (!parsed.GetValue(_quiet)) Warnings.Write(error, log, report);
            return new Input(log, report, [.. sources.SelectMany(s => s.Files)]);
        }
        finally
        {
            foreach (var source in sources) source.Dispose();
        }
    }

    /// <summary>Does some work under a line of progress, where somebody watches and did not say no.</summary>
    /// <param name="parsed">What was typed.</param>
    /// <param name="error">Where the line goes, if that is a terminal.</param>
    /// <param name="step">What is done.</param>
    /// <param name="work">The work.</param>
    public T Watched<T>(ParseResult parsed, TextWriter error, string step, Func<ProgressLine, T> work)
    {
        var isSeen = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected && !parsed.GetValue(_noProgress) && !parsed.GetValue(_quiet);
        using var progress = new ProgressLine(isSeen ? error : null, step, TimeProvider.System);
        return work(progress);
    }

    /// <summary>The format named; null = recognise.</summary>
    public IMessageFormat? Format(ParseResult parsed) => parsed.GetValue(_format) is { } id
        ? MessageFormats.Find(id) ?? throw new ArgumentException($"--format: found '{id}'; expected one of {string.Join(", ", MessageFormats.All.Select(f => f.Card.Id))}.")
        : null;

    /// <summary>What was typed that the files do not say.</summary>
    public ReadOptions Options(ParseResult parsed) => new()
    {
        Me = parsed.GetValue(_me) ?? [],
        TimeZone = parsed.GetValue(_timezone) is { } zone
            ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? throw new ArgumentException($"--timezone: found '{zone}'; expected a name of the tz database such as Europe/Berlin or America/Los_Angeles.")
            : null,
        Columns = parsed.GetValue(_columns) is { } columns ? ColumnMapping.Parse(columns) : null,
        NoHeader = parsed.GetValue(_noHeader),
        Delimiter = parsed.GetValue(_delimiter),
        TimeFormat = parsed.GetValue(_timeFormat),
        TimeUnit = OneOf<TimeUnit>("--time-unit", parsed.GetValue(_timeUnit), ("s", TimeUnit.Seconds), ("ms", TimeUnit.Milliseconds), ("us", TimeUnit.Microseconds)),
        RelativeTime = parsed.GetValue(_relative),
        DateOrder = OneOf<DateOrder>("--date-order", parsed.GetValue(_dateOrder), ("dmy", DateOrder.DayMonthYear), ("mdy", DateOrder.MonthDayYear), ("ymd", DateOrder.YearMonthDay)),
        From = InstantOf("--from", parsed.GetValue(_from)),
        To = InstantOf("--to", parsed.GetValue(_to)),
        Strict = parsed.GetValue(_strict),
        Threads = Math.Max(1, parsed.GetValue(_threads)),
        ShowValues = parsed.GetValue(_showValues),
        SameAs = parsed.GetValue(_sameAs) is { } file ? SameAsFile.Read(file) : new Dictionary<string, string>(),
    };

    // Work is spread over the processors that the process may use; where that cannot be limited, all are used, and the results are the same.
    static void LimitProcessors(int threads)
    {
        if (threads >= Environment.ProcessorCount || threads > 62 || !(OperatingSystem.IsLinux() || OperatingSystem.IsWindows())) return;
        using var self = Process.GetCurrentProcess();
        var all = (ulong)self.ProcessorAffinity;
        ulong some = 0;
        for (var rest = all; rest != 0 && BitOperations.PopCount(some) < threads; rest &= rest - 1) some |= rest & (~rest + 1);
        self.ProcessorAffinity = (nint)some;
    }

    static T? OneOf<T>(string option, string? typed, params (string Name, T Value)[] choices) where T : struct
    {
        if (typed is null) return null;
        var names = new List<string>();
        foreach (var (name, value) in choices)
        {
            if (name == typed) return value;
            names.Add(name);
        }
        throw new ArgumentException($"{option}: found '{typed}'; expected one of {string.Join(", ", names)}.");
    }

    static long? InstantOf(string option, string? typed)
    {
        if (typed is null) return null;
        if (OffsetDateTimePattern.ExtendedIso.Parse(typed) is { Success: true, Value: var exact }) return exact.ToInstant().ToUnixTimeMilliseconds();
        if (LocalDateTimePattern.ExtendedIso.Parse(typed) is { Success: true, Value: var local }) return local.InUtc().ToInstant().ToUnixTimeMilliseconds();
        if (LocalDatePattern.Iso.Parse(typed) is { Success: true, Value: var date }) return date.AtMidnight().InUtc().ToInstant().ToUnixTimeMilliseconds();
        throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{option}: found '{typed}'; expected a time such as 2024-05-31, 2024-05-31T14:00:00 or 2024-05-31T14:00:00+02:00."));
    }

    static byte[] KeyOf(string? keyFile)
    {
        if (keyFile is null) return Pseudonyms.NewKey();
        if (!File.Exists(keyFile)) File.WriteAllText(keyFile, Convert.ToHexString(Pseudonyms.NewKey()) + "\n");
        try
        {
            return Convert.FromHexString(File.ReadAllText(keyFile).Trim());
        }
        catch (FormatException)
        {
            throw new ArgumentException($"--pseudonymize: found a file '{keyFile}' that is no key; expected hexadecimal digits. Mend: name a file that does not exist, and a key is made.");
        }
    }
}
