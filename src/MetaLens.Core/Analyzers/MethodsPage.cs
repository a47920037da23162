using System.Globalization;
using System.Text;

namespace MetaLens.Analyzers;

/// <summary>The page of methods, made from the cards of the analyses and attacks so that it cannot fall behind them (<c>docs/methods.md</c>).</summary>
public static class MethodsPage
{
    /// <summary>The page as Markdown: a table of all, then a section each. Lines end in LF, the same on every machine. O(cards).</summary>
    /// <param name="analyses">As in <see cref="AnalysisCatalog.All"/>.</param>
    /// <param name="attacks">As in <c>AttackCatalog.All</c>.</param>
    public static string Markdown(IReadOnlyList<IAnalysis> analyses, IReadOnlyList<IAnalysis> attacks)
    {
        ArgumentNullException.ThrowIfNull(analyses);
        ArgumentNullException.ThrowIfNull(attacks);
        var page = new StringBuilder("""
            # Methods

            What MetaLens computes and how: the definition, the convention chosen where there are rivals, what the answer is worth at the edges, what it costs and where it comes from.
            This page is made from the cards in `src/MetaLens.Core`; a test compares. Words such as tie, party and delivery are explained in [terms.md](terms.md).

            An **analysis** follows from what an observer sees by definition (`metalens analyze ID`). An **attack** infers what the observer does not see, from what is left (`metalens attack ID`).
            Neither can reach the records themselves: both are handed an observation, and nothing else.


            """.ReplaceLineEndings("\n"));
        AppendOverview(page, "Analyses", analyses);
        AppendOverview(page, "Attacks", attacks);
        foreach (var method in analyses.Concat(attacks)) Append(page, method);
        return page.ToString().TrimEnd() + "\n";
    }

    static void AppendOverview(StringBuilder page, string title, IReadOnlyList<IAnalysis> methods)
    {
        page.Append(CultureInfo.InvariantCulture, $"**{title}**\n\n| ID | gives |\n|---|---|\n");
        foreach (var card in methods.Select(m => m.Card)) page.Append(CultureInfo.InvariantCulture, $"| [`{card.Id}`](#{card.Id}) | {Cell(card.Summary)} |\n");
        page.Append('\n');
    }

    static void Append(StringBuilder page, IAnalysis method)
    {
        var card = method.Card;
        page.Append(CultureInfo.InvariantCulture, $"## {card.Id}\n\n{Prose(card.Summary)}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"- **Definition:** {Prose(card.Definition)}\n- **Unit and range:** {Prose(card.Range)}\n- **Edge cases:** {Prose(card.EdgeCases)}\n");
        page.Append(CultureInfo.InvariantCulture, $"- **Cost:** {Prose(card.Cost)}\n- **Source:** {Prose(card.Source)}\n\n");
        if (method.Parameters.Count > 0)
        {
            page.Append("| parameter | default | meaning |\n|---|---|---|\n");
            foreach (var p in method.Parameters) page.Append(CultureInfo.InvariantCulture, $"| `--{p.Name}` | {(p.Default.Length == 0 ? "none" : $"`{p.Default}`")} | {Cell(p.Help)} |\n");
            page.Append('\n');
        }
        page.Append("| column | meaning |\n|---|---|\n");
        foreach (var c in method.Columns) page.Append(CultureInfo.InvariantCulture, $"| `{c.Name}` | {Cell(c.Meaning)} |\n");
        page.Append('\n');
    }

    // Formulas hold characters that Markdown would read as emphasis or as a tag.
    static string Prose(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("<", "\\<", StringComparison.Ordinal);

    static string Cell(string text) => Prose(text).Replace("|", "\\|", StringComparison.Ordinal);
}
