using MetaLens.Ingestion;
using MetaLens.Testing;
using Xunit;

namespace MetaLens.Core.Tests.Ingestion;

public class FormatsPageTests
{
    [Fact]
    public void The_page_about_formats_says_what_the_cards_say()
    {
        var expected = FormatsPage.Markdown(MessageFormats.All);
        var committed = Path.Combine(SharedData.Root, "docs", "formats.md");
        if (File.Exists(committed) && File.ReadAllText(committed) == expected) return;
        var made = Path.Combine(SharedData.Root, "artifacts", "formats.md");
        Directory.CreateDirectory(Path.GetDirectoryName(made)!);
        File.WriteAllText(made, expected);
        Assert.Fail("docs/formats.md differs from the cards. Mend: cp artifacts/formats.md docs/formats.md");
    }

    [Fact]
    public void Every_card_is_filled_and_its_id_is_one_of_a_kind()
    {
        var cards = MessageFormats.All.Select(f => f.Card).ToList();
        Assert.Equal(cards.Count, cards.Select(c => c.Id).Distinct().Count());
        Assert.All(cards, c => Assert.All([c.Id, c.Name, c.HowToGet, c.Contains, c.Lacks], text => Assert.False(string.IsNullOrWhiteSpace(text))));
        Assert.All(cards, c => Assert.Same(MessageFormats.Find(c.Id)!.Card, c));
    }
}
