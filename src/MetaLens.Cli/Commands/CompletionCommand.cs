using System.CommandLine;
using MetaLens.Cli.Output;

namespace MetaLens.Cli.Commands;

/// <summary><c>completion</c>: a script by which a shell completes verbs, options, analyses, lenses and formats. It asks the program itself (<c>metalens "[suggest:POSITION]" LINE</c>), so it never goes stale.</summary>
sealed class CompletionCommand : Verb
{
    static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal)
    {
        ["bash"] = """
            _metalens() {
              local IFS=$'\n'
              COMPREPLY=($(compgen -W "$(metalens "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _metalens metalens
            """,
        ["zsh"] = """
            #compdef metalens
            _metalens() {
              local -a words_found
              words_found=("${(@f)$(metalens "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
              compadd -- $words_found
              _files
            }
            compdef _metalens metalens
            """,
        ["fish"] = """
            complete -c metalens -a '(set -l line (commandline -cp); metalens "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)'
            """,
        ["powershell"] = """
            Register-ArgumentCompleter -Native -CommandName metalens -ScriptBlock {
              param($word, $line, $position)
              metalens "[suggest:$position]" "$line" | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
            }
            """,
    };

    readonly Argument<string> _shell = new("SHELL") { Description = $"{string.Join(", ", Scripts.Keys)}.", CompletionSources = { _ => Scripts.Keys } };

    public CompletionCommand() : base("completion", "Prints the script that lets a shell complete what is typed; for bash: source <(metalens completion bash).",
        "metalens completion bash", "metalens completion zsh") => Add(_shell);

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var shell = parsed.GetValue(_shell)!;
        if (!Scripts.TryGetValue(shell, out var script)) throw new ArgumentException($"completion: found the shell '{shell}'; expected one of {string.Join(", ", Scripts.Keys)}.");
        // Shells read lines that end as theirs do, on every system.
        output.Write($"{script.ReplaceLineEndings("\n")}\n");
        return ExitCode.Done;
    }
}
