using System.Buffers;

namespace MetaLens.Cli.Output;

/// <summary>A word as it has to be typed, so that a line which is proposed can be copied and does that and nothing else, whatever somebody is called.</summary>
static class ShellWord
{
    static readonly SearchValues<char> Harmless = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+=:,./@%");

    public static string Of(string word)
    {
        if (word.Length > 0 && !word.AsSpan().ContainsAnyExcept(Harmless)) return word;
        return OperatingSystem.IsWindows() ? $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
