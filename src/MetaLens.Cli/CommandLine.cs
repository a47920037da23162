using System.CommandLine;
using System.CommandLine.Help;
using MetaLens.Cli.Commands;
using MetaLens.Cli.Output;

namespace MetaLens.Cli;

/// <summary>The whole command line: parses, runs the verb, turns every failure into one line on the error stream and an exit code.</summary>
public static class CommandLine
{
    // Files are written under another name and renamed when whole, so that work that does not end by then can be left where it is.
    static readonly TimeSpan LongestGoodbye = TimeSpan.FromMilliseconds(300);

    /// <summary>Runs a command line.</summary>
    /// <param name="arguments">What was typed after <c>metalens</c>.</param>
    /// <param name="output">Takes the result and nothing else.</param>
    /// <param name="error">Takes errors, warnings and progress.</param>
    /// <returns>0 done; 1 done, but look; 2 could not; 130 interrupted.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        var parsed = Root(arguments).Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples)
        {
            foreach (var problem in parsed.Errors) error.WriteLine($"metalens: {problem.Message}");
            error.WriteLine($"metalens: see 'metalens{NameOf(parsed.CommandResult.Command)} --help'");
            return ExitCode.CouldNot;
        }
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = LongestGoodbye });
        // Here and not in the verb, which may still be at work on something that does not ask.
        if (code == ExitCode.Interrupted) error.WriteLine("metalens: interrupted");
        return code;
    }

    /// <summary>Every verb, in the order of the help.</summary>
    internal static IReadOnlyList<Verb> Verbs(IReadOnlyList<string> typed) =>
    [
        new ReportCommand(typed), new InspectCommand(), new ConvertCommand(), new AnalyzeCommand(), new AttackCommand(), new ExposureCommand(), new EvaluateCommand(), new AdviseCommand(), new GraphCommand(), new LensesCommand(), new ServeCommand(), new GenerateCommand(), new CompletionCommand(),
    ];

    static RootCommand Root(IReadOnlyList<string> typed)
    {
        var root = new RootCommand("""
            MetaLens shows what message metadata gives away: who, whom, when and how large, with and without end-to-end encryption.

            Exit codes: 0 done; 1 done, but look (rows rejected, nothing found); 2 could not (usage, file, engine); 130 interrupted.
            """);
        foreach (var verb in Verbs(typed))
        {
            root.Add(verb);
            // Within, not alone: a shell that asks for completions gives the whole line as one word.
            if (typed.Any(t => t.Contains(verb.Name, StringComparison.Ordinal))) verb.AddCatalog();
        }
        foreach (var option in root.Options.OfType<HelpOption>()) option.Action = new HelpWithExamples((HelpAction)option.Action!);
        root.SetAction(parsed =>
        {
            parsed.InvocationConfiguration.Error.WriteLine("metalens: no verb given. Mend: 'metalens report FILE -o report.html', or 'metalens --help' for all verbs.");
            return ExitCode.CouldNot;
        });
        return root;
    }

    static string NameOf(Command command) => command is RootCommand ? "" : $" {command.Name}";
}
