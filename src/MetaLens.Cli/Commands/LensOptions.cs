using System.CommandLine;
using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Cli.Commands;

/// <summary>The options that choose a lens.</summary>
sealed class LensOptions
{
    readonly Option<string> _lens = new("--lens") { Description = "Look through this lens ('metalens lenses' lists them).", HelpName = "ID", CompletionSources = { LensListOptions.Ids } };

    readonly Option<string> _protect = new("--protect") { Description = "Look through these protections: pad=160,round=1h,hide=sender,delay=30s,…", HelpName = "TEXT" };

    public void AddTo(Command command)
    {
        command.Add(_lens);
        command.Add(_protect);
    }

    /// <summary>The lens chosen; the full log without a choice.</summary>
    public Lens Lens(ParseResult parsed) => (parsed.GetValue(_lens), parsed.GetValue(_protect)) switch
    {
        (null, null) => MetaLens.Lenses.Lens.None,
        ({ } id, null) => LensCatalog.Find(id),
        (null, { } text) => LensText.Parse(text),
        _ => throw new ArgumentException("--lens and --protect: found both; expected one. Mend: leave one out."),
    };

    public Observation Observe(ParseResult parsed, MessageLog log, int seed) => Lens(parsed).Observe(log, seed);
}
