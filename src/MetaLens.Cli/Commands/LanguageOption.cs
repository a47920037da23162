using System.CommandLine;
using MetaLens.Reports.Languages;

namespace MetaLens.Cli.Commands;

/// <summary>The option that chooses the language of a report or a live page.</summary>
sealed class LanguageOption
{
    readonly Option<string> _language = new("--language")
    {
        Description = $"Language of the page: {string.Join(", ", Language.All.Select(l => l.Id))}.",
        DefaultValueFactory = _ => Language.English.Id,
        HelpName = "ID",
        CompletionSources = { _ => Language.All.Select(l => l.Id) },
    };

    public void AddTo(Command command) => command.Add(_language);

    /// <summary>The language named.</summary>
    /// <exception cref="ArgumentException">There is no such language.</exception>
    public Language Chosen(ParseResult parsed) => Language.Find(parsed.GetValue(_language)!);
}
