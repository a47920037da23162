using System.Text;

namespace MetaLens.Ingestion;

/// <summary>The page of documentation about formats, made of their cards so that it cannot fall behind them.</summary>
public static class FormatsPage
{
    /// <summary>The page as Markdown: a table of all formats, then a section each. Lines end in LF. O(formats).</summary>
    /// <param name="formats">The formats in the order in which they are asked, as in <see cref="MessageFormats.All"/>.</param>
    public static string Markdown(IReadOnlyList<IMessageFormat> formats)
    {
        ArgumentNullException.ThrowIfNull(formats);
        var page = new StringBuilder("# Formats\n\nWhat MetaLens reads, how to get it, and what it does not tell. Files are recognised by their content; `--format ID` reads them as one format.\n")
            .Append("An export shows what its owner holds. What the operator of a service saw is computed from it by a lens ([lenses.md](lenses.md)).\n\n")
            .Append("Of inputs that overlap, what they both hold counts once: the same sender, conversation, recipients, kind and size in the same instant. ")
            .Append("Forms of one service that cannot be compared so are named with each format; read one of them alone.\n\n| ID | Format |\n|---|---|\n");
        foreach (var card in formats.Select(f => f.Card)) page.Append($"| [`{card.Id}`](#{card.Id}) | {Cell(card.Name)} |\n");
        foreach (var card in formats.Select(f => f.Card))
        {
            page.Append($"\n## {card.Id}\n\n{card.Name}\n\n- **How to get it:** {card.HowToGet}\n- **Contains:** {card.Contains}\n- **Lacks:** {card.Lacks}\n");
            foreach (var other in OverlappingForms.Of(card.Id)) page.Append($"- **Not together with:** [`{other}`](#{other}); messages that both hold would be counted twice.\n");
        }
        return page.ToString();
    }

    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
