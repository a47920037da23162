using System.CommandLine;
using System.CommandLine.Completions;
using MetaLens.Lenses;

namespace MetaLens.Cli.Commands;

/// <summary>The options that choose several lenses.</summary>
sealed class LensListOptions
{
    /// <summary>Before and after end-to-end encryption, with the sender hidden too, and with everything on that costs no delay.</summary>
    static readonly string[] Usual = ["instagram-standard", "instagram-e2ee-optin", "signal-sealed", "everything-on"];

    readonly Option<string[]> _lens = new("--lens") { Description = $"Look through this lens (repeatable; 'metalens lenses' lists them). [default: {string.Join(", ", Usual)}]", HelpName = "ID", CompletionSources = { Ids } };
    readonly Option<string[]> _protect = new("--protect") { Description = "Look through these protections: pad=160,round=1h,hide=sender,delay=30s,… (repeatable).", HelpName = "TEXT" };

    /// <summary>What a shell may complete a lens to.</summary>
    public static IEnumerable<string> Ids(CompletionContext context) => LensCatalog.All.Select(l => l.Id);

    public void AddTo(Command command)
    {
        command.Add(_lens);
        command.Add(_protect);
    }

    /// <summary>The lenses chosen, the usual ones without a choice.</summary>
    public IReadOnlyList<Lens> Lenses(ParseResult parsed)
    {
        string[] ids = parsed.GetValue(_lens) ?? [], texts = parsed.GetValue(_protect) ?? [];
        if (ids.Length + texts.Length == 0) ids = Usual;
        return [.. ids.Select(LensCatalog.Find), .. texts.Select(LensText.Parse)];
    }
}
