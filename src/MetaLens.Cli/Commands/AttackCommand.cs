using System.CommandLine;
using MetaLens.Attacks;

namespace MetaLens.Cli.Commands;

/// <summary><c>attack</c>: one attack through a lens, each a subcommand made from <see cref="AttackCatalog.All"/>.</summary>
sealed class AttackCommand : Verb
{
    public AttackCommand() : base("attack", "Runs one attack through a lens, prints its guesses, and says how many are right. 'attack list' names them all.",
        "metalens attack list", "metalens attack disclosure data/samples/village/messages.csv --lens signal-sealed")
    {
        Add(new CatalogListCommand("attack", "attack", "attacks", AttackCatalog.All));
        foreach (var attack in AttackCatalog.All) Add(new OneAttackCommand(attack));
    }

    protected override int Run(ParseResult parsed, TextWriter output, TextWriter error, CancellationToken stop) =>
        throw new ArgumentException($"attack: found no attack; expected one of list, {string.Join(", ", AttackCatalog.All.Select(a => a.Card.Id))}.");
}
