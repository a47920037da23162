using System.Text.Json;

namespace MetaLens.Cli.Tests;

/// <summary>Runs the command line in process and keeps what it said.</summary>
sealed record Cli(int ExitCode, string Output, string Error)
{
    public static async Task<Cli> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await Task.Run(() => CommandLine.Run(arguments, output, error));
        return new Cli(exit, output.ToString(), error.ToString());
    }

    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
