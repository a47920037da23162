using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using MetaLens.Cli.Commands;

namespace MetaLens.Cli.Output;

/// <summary>The usual help of a verb, ending with its definition and two examples that work; of the program, a page that fits a screen.</summary>
sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is not Verb verb)
        {
            output.Write(Overview(parseResult.RootCommandResult.Command));
            return ExitCode.Done;
        }
        help.Invoke(parseResult);
        if (verb.Definition.Length > 0) output.WriteLine($"Definition:{Environment.NewLine}  {verb.Definition}{Environment.NewLine}");
        output.WriteLine("Examples:");
        foreach (var example in verb.Examples) output.WriteLine($"  {example}");
        return ExitCode.Done;
    }

    static string Overview(Command program)
    {
        var width = program.Subcommands.Max(v => v.Name.Length) + 2;
        return $"""
            {program.Description}

            Usage:
              metalens report my-download.zip -o report.html
              metalens VERB --help

            Commands:
            {string.Join('\n', program.Subcommands.Select(v => $"  {v.Name.PadRight(width)}{v.Description}"))}

            Options:
              -?, -h, --help  Show help and usage information
              --version       Show version information

            Exit codes: 0 done; 1 done, but look (rows rejected, nothing found); 2 could not (usage, file, engine); 130 interrupted.

            """.ReplaceLineEndings();
    }
}
