using System.Diagnostics;

namespace MetaLens.Cli.Tests;

/// <summary>Runs the program itself, as built, in a process of its own.</summary>
static class BuiltProgram
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "metalens");

    /// <summary>Runs <c>metalens</c> with other settings of the environment.</summary>
    public static Task<Cli> Run(IReadOnlyDictionary<string, string> environment, params string[] arguments) => Start(Path, arguments, environment);

    /// <summary>Runs any program.</summary>
    public static async Task<Cli> Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Cli(process.ExitCode, await output, await error);
    }
}
