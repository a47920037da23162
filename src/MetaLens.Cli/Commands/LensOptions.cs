using System.CommandLine;
using MetaLens.Lenses;
using MetaLens.Messages;

namespace MetaLens.Cli.Commands;

/// <summary>The options that choose a lens.</summary>
sealed class LensOptions
{
    readonly Option<string> _lens = new("--lens") { Description = "Look through this lens ('metalens lenses' lists them).", HelpName = "ID" };

    public void AddTo(Command command) => command.Add(_lens);

    /// <summary>The lens chosen; the full log without a choice.</summary>
    public Lens Lens(ParseResult parsed) => LensCatalog.Find(parsed.GetValue(_lens) ?? "none");

    public Observation Observe(ParseResult parsed, MessageLog log, int seed) => Lens(parsed).Observe(log, seed);
}
