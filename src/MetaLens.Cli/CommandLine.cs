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
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
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
        var code = parsed.Invoke(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = LongestGoodbye });
        // Here and not in the verb, which may still be at work on something that does not ask.
        if (code == ExitCode.Interrupted) error.WriteLine("metalens: interrupted");
        return code;
    }

    // In the order of the help.
    static readonly (string Name, string Summary, Func<IReadOnlyList<string>, Verb> Make)[] Verbs =
    [
        ("report", "Writes one HTML file: what the records give away, and to whom.", typed => new ReportCommand(typed)),
        ("inspect", "Says what a file, folder or archive holds, and what could not be read.", _ => new InspectCommand()),
        ("convert", "Writes the normalised records, a row a delivery.", _ => new ConvertCommand()),
        ("analyze", "Runs one analysis and prints its table; 'analyze list' names them all.", _ => new AnalyzeCommand()),
        ("attack", "Runs one attack through a lens and scores it; 'attack list' names them all.", _ => new AttackCommand()),
        ("exposure", "Measures what each lens lets an observer infer: ten questions.", _ => new ExposureCommand()),
        ("evaluate", "Scores an answer against labels that somebody knows.", _ => new EvaluateCommand()),
        ("advise", "Ranks protections by how much exposure they remove for their cost.", _ => new AdviseCommand()),
        ("graph", "Writes the graph of who wrote to whom for other tools.", _ => new GraphCommand()),
        ("lenses", "Lists platforms and observers: what each sees, for how long, with sources.", _ => new LensesCommand()),
        ("serve", "Opens a page in the browser on which an export can be dropped.", _ => new ServeCommand()),
        ("generate", "Makes a labelled synthetic population.", _ => new GenerateCommand()),
        ("completion", "Prints the script that lets a shell complete what is typed.", _ => new CompletionCommand()),
    ];

    static RootCommand Root(IReadOnlyList<string> typed)
    {
        var root = new RootCommand("MetaLens shows what message metadata gives away: who, whom, when and how large, with and without end-to-end encryption.");
        // Only what was typed is made whole: all verbs with their options would take a third of the start. Within a word, not alone: a shell that asks for completions gives the whole line as one.
        foreach (var (name, summary, make) in Verbs) root.Add(typed.Any(t => t.Contains(name, StringComparison.Ordinal)) ? make(typed) : new Command(name, summary));
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
