using MetaLens.Cli.Output;

namespace MetaLens.Cli.Commands;

/// <summary>A command as a report may show it that is handed on: enough to do it again, but neither who typed it nor where their files lie.</summary>
/// <param name="People">What was typed that names somebody; left out.</param>
/// <param name="Paths">What was typed that names a file or a folder; only its last part is kept.</param>
/// <param name="HidesFiles">Leave out the last part too: a chat is often called after the person it is with.</param>
sealed record ShareableCommand(IReadOnlyList<string> People, IReadOnlyList<string> Paths, bool HidesFiles)
{
    const string LeftOut = "…";

    /// <summary>The command in one line.</summary>
    /// <param name="typed">Its words after <c>metalens</c>.</param>
    public string Text(IReadOnlyList<string> typed) => $"metalens {string.Join(' ', typed.Select(Word))}";

    string Word(string typed)
    {
        foreach (var person in People)
            if (Split(typed, person) is { } option) return option + LeftOut;
        foreach (var path in Paths)
            if (Split(typed, path) is { } option) return option + NameOf(path);
        return ShellWord.Of(typed);
    }

    // A value stands alone, or after its option and an equals sign or a colon.
    static string? Split(string typed, string value) =>
        typed == value ? "" : typed.StartsWith('-') && (typed.EndsWith($"={value}", StringComparison.Ordinal) || typed.EndsWith($":{value}", StringComparison.Ordinal)) ? typed[..^value.Length] : null;

    string NameOf(string path)
    {
        if (HidesFiles) return LeftOut;
        if (path == "-") return path;
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return full == Path.TrimEndingDirectorySeparator(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)) ? "~" : ShellWord.Of(Path.GetFileName(full));
    }
}
