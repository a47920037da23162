using System.CommandLine;
using System.Globalization;
using MetaLens.Messages;

namespace MetaLens.Cli.Commands;

/// <summary>The option that bounds what exposure is measured on: attacks on hidden senders look at every message against its neighbours, many times over.</summary>
/// <param name="usual">Messages where nothing is typed.</param>
sealed class MeasureOptions(int usual = 100_000)
{
    readonly Option<int> _last = new("--measure-last") { Description = "Measure exposure on the last N messages; 0 = on all.", DefaultValueFactory = _ => usual, HelpName = "N" };

    public void AddTo(Command command) => command.Add(_last);

    /// <summary>Messages to measure on at most; 0 = all.</summary>
    public int Last(ParseResult parsed) => parsed.GetValue(_last) is >= 0 and var last ? last : throw new ArgumentException($"--measure-last: found {parsed.GetValue(_last)}; expected 0 or more.");

    /// <summary>The messages to measure on. Says so on the error stream when they are not all.</summary>
    public MessageLog Choose(ParseResult parsed, MessageLog log, TextWriter error)
    {
        var last = Last(parsed);
        if (last == 0 || log.Count <= last) return log;
        error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"metalens: exposure is measured on the last {last:N0} of {log.Count:N0} messages (--measure-last 0 measures all)"));
        return log.Latest(last);
    }
}
