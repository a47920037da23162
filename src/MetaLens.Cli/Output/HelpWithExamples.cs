using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using MetaLens.Cli.Commands;

namespace MetaLens.Cli.Output;

/// <summary>The usual help, ending with two examples that work.</summary>
sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not Verb verb) return ExitCode.Done;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (var example in verb.Examples) output.WriteLine($"  {example}");
        return ExitCode.Done;
    }
}
