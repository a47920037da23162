using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using MetaLens.Cli.Commands;

namespace MetaLens.Cli.Output;

/// <summary>The usual help of a verb, ending with two examples that work; of the program, a page that fits a screen.</summary>
sealed class HelpWithExamples(HelpAction help, IReadOnlyList<(string Verb, string Summary)> verbs) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is not Verb verb)
        {
            output.Write(Overview(parseResult.RootCommandResult.Command.Description!));
            return ExitCode.Done;
        }
        help.Invoke(parseResult);
        output.WriteLine("Examples:");
        foreach (var example in verb.Examples) output.WriteLine($"  {example}");
        return ExitCode.Done;
    }

    string Overview(string description)
    {
        var width = verbs.Max(v => v.Verb.Length) + 2;
        return $"""
            {description}

            Usage:
              metalens report my-download.zip -o report.html
              metalens VERB --help

            Commands:
            {string.Join('\n', verbs.Select(v => $"  {v.Verb.PadRight(width)}{v.Summary}"))}

            Options:
              -?, -h, --help  Show help and usage information
              --version       Show version information

            Exit codes: 0 done; 1 done, but look (rows rejected, nothing found); 2 could not (usage, file, engine); 130 interrupted.

            """.ReplaceLineEndings();
    }
}
