using System.CommandLine;
using MetaLens.Cli.Output;
using MetaLens.Ingestion;

namespace MetaLens.Cli.Commands;

/// <summary>One verb of the command line. Its work runs off the main thread, so that Ctrl-C is answered at once; its failures become a line and an exit code.</summary>
abstract class Verb : Command
{
    protected Verb(string name, string description, params string[] examples) : base(name, description)
    {
        Examples = examples;
        SetAction((parsed, stop) => Task.Run(() => Guarded(parsed, stop), CancellationToken.None));
    }

    /// <summary>Two command lines that work.</summary>
    public IReadOnlyList<string> Examples { get; }

    /// <summary>What is too long for a line in a list of verbs; empty for nothing.</summary>
    public string Definition { get; protected init; } = "";

    /// <summary>Does the work and gives the exit code.</summary>
    protected abstract int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop);

    int Guarded(ParseResult parsed, CancellationToken stop)
    {
        var error = parsed.InvocationConfiguration.Error;
        try
        {
            return Run(parsed, parsed.InvocationConfiguration.Output, error, stop);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception e) when (e is FormatException or OwnerUnknownException or IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException)
        {
            error.WriteLine($"metalens: {VisibleText.Of(Message(e).ReplaceLineEndings(" "))}");
            if (e is OwnerUnknownException { Candidates: [var likeliest, ..], Said: null } && !likeliest.Any(char.IsControl))
                error.WriteLine($"metalens: if that is you: metalens {VisibleText.Of(string.Join(' ', parsed.Tokens.Select(t => ShellWord.Of(t.Value))))} --me {ShellWord.Of(likeliest)}");
            return ExitCode.CouldNot;
        }
        catch (OutOfMemoryException e)
        {
            error.WriteLine($"metalens: {(e is InsufficientMemoryException ? e.Message : "the work does not fit into this machine's memory")}. Mend: read a part at a time (--from TIME --to TIME), or on a larger machine.");
            return ExitCode.CouldNot;
        }
    }

    // The name of a parameter says nothing to whoever typed a command.
    static string Message(Exception e) =>
        e is ArgumentException { ParamName: { } name } ? e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : e.Message;
}
