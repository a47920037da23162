using MetaLens.Analyzers;
using MetaLens.Attacks;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Analyzers;

public class MethodsPageTests
{
    [Fact]
    public void The_page_about_methods_says_what_the_cards_say()
    {
        var expected = MethodsPage.Markdown(AnalysisCatalog.All, AttackCatalog.All);
        var committed = Path.Combine(SharedData.Root, "docs", "methods.md");
        if (File.Exists(committed) && File.ReadAllText(committed) == expected) return;
        var made = Path.Combine(SharedData.Root, "artifacts", "methods.md");
        Directory.CreateDirectory(Path.GetDirectoryName(made)!);
        File.WriteAllText(made, expected);
        Assert.Fail("docs/methods.md differs from the cards. Mend: cp artifacts/methods.md docs/methods.md");
    }

    [Fact]
    public void Every_method_has_a_section_that_the_table_leads_to()
    {
        var page = MethodsPage.Markdown(AnalysisCatalog.All, AttackCatalog.All);
        Assert.All(AnalysisCatalog.All.Concat(AttackCatalog.All), m =>
        {
            Assert.Contains($"](#{m.Card.Id}) |", page);
            Assert.Contains($"\n## {m.Card.Id}\n", page);
            Assert.All(m.Columns, c => Assert.Contains($"| `{c.Name}` |", page));
        });
    }
}
