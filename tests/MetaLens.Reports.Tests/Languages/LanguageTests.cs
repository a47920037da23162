using System.Text.RegularExpressions;
using MetaLens.Exposure;
using MetaLens.Lenses;
using MetaLens.Reports.Languages;
using MetaLens.Testing;
using NodaTime;
using Xunit;

namespace MetaLens.Reports.Tests.Languages;

/// <summary>The files of sentences fit each other, and fit the code that says them.</summary>
public partial class LanguageTests
{
    static readonly Language German = Language.Find("de");

    public static TheoryData<string> Ids => [.. Language.All.Select(l => l.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_language_has_the_sentences_of_English_and_no_others_with_the_same_values(string id)
    {
        var language = Language.Find(id);
        Assert.Equal(Language.English.Sentences.Keys.Order(), language.Sentences.Keys.Order());
        foreach (var (key, english) in Language.English.Sentences)
        {
            var sentence = language[key];
            Assert.False(string.IsNullOrWhiteSpace(sentence), key);
            Assert.Equal((key, string.Join(' ', Values(english))), (key, string.Join(' ', Values(sentence))));
            if (!key.StartsWith("number.", StringComparison.Ordinal)) Assert.Equal((key, english.StartsWith(','), english.StartsWith('.')), (key, sentence.StartsWith(','), sentence.StartsWith('.')));
            if (key.StartsWith("date.months", StringComparison.Ordinal) || key.StartsWith("date.weekdays", StringComparison.Ordinal)) Assert.Equal(english.Split(' ').Length, sentence.Split(' ').Length);
            if (key.EndsWith(".steps", StringComparison.Ordinal)) Assert.Equal(english.Split('|').Length, sentence.Split('|').Length);
        }
    }

    /// <summary>What a sentence asks for: the names, and how those are written that could be written in two ways.</summary>
    static IEnumerable<string> Values(string sentence) => Placeholder().Matches(sentence)
        .Select(m => m.Groups["format"].Value is "percent" or "whole-percent" or "hour" ? m.Value : m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal);

    [Fact]
    public void Every_key_that_the_code_names_is_in_the_file_and_every_key_in_the_file_is_named()
    {
        var code = string.Concat(Sources("MetaLens.Reports").Concat(Sources("MetaLens.Cli")).Select(File.ReadAllText));
        var literals = Literal().Matches(code).Where(m => !m.Value.EndsWith(".js\"", StringComparison.Ordinal)).Select(m => (Text: m.Groups["text"].Value, IsKey: m.Groups["says"].Success)).ToHashSet();
        var keys = Language.English.Sentences.Keys.Where(k => !k.StartsWith("core.", StringComparison.Ordinal)).ToList();
        var groups = keys.Where(k => k.Contains('.', StringComparison.Ordinal)).Select(k => k[..(k.IndexOf('.', StringComparison.Ordinal) + 1)]).ToHashSet();
        var patterns = literals.Select(l => (l.Text, l.IsKey, Regex: new Regex($"^{Regex.Replace(Regex.Escape(Filled().Replace(l.Text, "\u0001")), "\u0001", "[a-z0-9.-]*")}$"))).ToList();
        Assert.Empty(patterns.Where(p => (p.IsKey || groups.Any(g => p.Text.StartsWith(g, StringComparison.Ordinal))) && !keys.Any(p.Regex.IsMatch)).Select(p => p.Text));
        string[] unused = [.. keys.Where(k => !patterns.Any(p => (p.Text == k || groups.Any(g => p.Text.StartsWith(g, StringComparison.Ordinal))) && p.Regex.IsMatch(k)))];
        Assert.Empty(unused);
    }

    [Fact]
    public void Every_value_that_a_sentence_asks_for_is_given_where_it_is_said()
    {
        foreach (var code in Sources("MetaLens.Reports").Concat(Sources("MetaLens.Cli")).Select(File.ReadAllText))
            foreach (Match said in Said().Matches(code))
            {
                var given = Name().Matches(UntilClosed(code.AsSpan(said.Index + said.Length))).Select(m => m.Groups["name"].Value).ToHashSet();
                Assert.Empty(Placeholder().Matches(Language.English[said.Groups["key"].Value]).Select(m => m.Groups["name"].Value).Where(n => !given.Contains(n)).Select(n => $"{n} of {said.Groups["key"].Value}"));
            }
    }

    [Fact]
    public void What_the_library_says_is_in_the_file_as_the_library_says_it()
    {
        var library = string.Concat(Sources("MetaLens.Core").Select(File.ReadAllText));
        // A number in such a text may be a constant of the code.
        foreach (var (key, text) in Language.English.Sentences.Where(s => s.Key.StartsWith("core.", StringComparison.Ordinal)))
            Assert.True(Regex.IsMatch(library, Regex.Replace(Regex.Escape(text), @"\d+", @"(\d+|\{\w+})")), $"{key}: {text}");

        string[] said =
        [
            .. QuestionCatalog.All.SelectMany(q => new[] { q.Card.Question, q.Card.Score, q.Card.ChanceLevel, q.Stop }),
            .. ProtectionAdviser.Candidates.Select(c => c.Name),
            .. LensCatalog.All.Select(l => l.Observer.Name),
            .. LensCatalog.All.Select(l => l.ShortName).Except(["WhatsApp", "iMessage"]),
            .. PlatformCatalog.All.Select(p => p.Name).Except(["WhatsApp", "iMessage"]),
            .. ExposureAnalysis.Measure(Logs.Random(5, actors: 40, messages: 1500), [.. ((string[])["none", "instagram-e2ee-optin", "signal-sealed", "imessage.network", "nothing"]).Select(LensCatalog.Find), Lens.None.With(LensText.Parse("rotate=7d").Protections)])
                .Cells.SelectMany(c => new[] { c.Method, c.Stop, c.Exposure is null ? "all" : c.Word }),
        ];
        string[] unknown = [.. said.Distinct().Except(Language.English.Sentences.Where(s => s.Key.StartsWith("core.", StringComparison.Ordinal)).Select(s => s.Value))];
        Assert.Empty(unknown);
    }

    [Fact]
    public void A_lens_made_of_others_is_named_of_their_names_and_one_that_somebody_typed_keeps_its_own()
    {
        var typed = LensText.Parse("hide=size");
        var matrix = ExposureAnalysis.Measure(Logs.Random(5, actors: 6, messages: 30), [LensCatalog.Find("whatsapp.pen-register"), LensCatalog.Find("whatsapp").With(typed.Protections), typed]);
        var model = ReportModel.From(SampleReports.Population() with { Exposure = matrix, Language = German });
        Assert.Equal(
            ["WhatsApp, gesehen von einer Verbindungsüberwachung („pen register“) von 60 Tagen", "WhatsApp, gesehen vom Betreiber, während Nachrichten durchlaufen, mit hide=size", "hide=size"],
            model.Exposure!.Lenses.Select(l => l.Name));
    }

    [Fact]
    public void German_numbers_and_dates_are_written_as_Germans_write_them()
    {
        var figures = German.Figures;
        Assert.Equal(("1.234.567", "12,5", "0,38", "2.411"), (figures.Count(1_234_567), figures.Number(12.5), figures.Number(0.38), figures.Number(2411)));
        Assert.Equal(("8,6\u00a0%", "unter 0,1\u00a0%", "79\u00a0%", "99,9\u00a0%"), (figures.Percent(0.086), figures.Percent(0.0004), figures.Percent(0.79), figures.Percent(0.9996)));
        Assert.Equal(("3. Mai 2024", "16. Sept. 2004", "Tag 12"), (German.Day(new LocalDate(2024, 5, 3), false), German.Day(new LocalDate(2004, 9, 16), false), German.Day(new LocalDate(1970, 1, 12), true)));
        Assert.Equal("Vom 15. April 2004 bis zum 26. Oktober 2004", German.Say("turning.line.title", ("first", new LocalDate(2004, 4, 15)), ("last", new LocalDate(2004, 10, 26))));
    }

    [Theory]
    [InlineData("en", 1, "1 person")]
    [InlineData("en", 0, "0 people")]
    [InlineData("de", 1, "1 Person")]
    [InlineData("de", 2000, "2.000 Personen")]
    public void One_and_other_numbers_have_words_of_their_own(string id, int number, string expected) => Assert.Equal(expected, Language.Find(id).Say("count.people", ("number", number)));

    [Fact]
    public void Tags_stand_in_the_file_alone_and_what_is_filled_in_is_text() =>
        Assert.Equal("A number needs at least &lt;i&gt; people", Language.English.Html("matrix.unmeasured", ("fewest", "<i>")).Value[..("A number needs at least &lt;i&gt; people".Length)]);

    [Fact]
    public void An_unknown_language_is_refused_with_those_there_are()
    {
        var problem = Assert.Throws<ArgumentException>(() => Language.Find("xx"));
        Assert.Contains("en (English), de (Deutsch)", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>A call's arguments, up to its closing bracket.</summary>
    static string UntilClosed(ReadOnlySpan<char> code)
    {
        var (end, open) = (0, 1);
        for (; open > 0; end++) open += code[end] switch { '(' => 1, ')' => -1, _ => 0 };
        return code[..end].ToString();
    }

    static IEnumerable<string> Sources(string project) => Directory.EnumerateFiles(Path.Combine(SharedData.Root, "src", project), "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal));

    [GeneratedRegex(@"\{(?<name>[a-z0-9-]+)(:(?<format>[^}]*))?\}")]
    private static partial Regex Placeholder();

    // What may be a key, in quotes; it is one where a language is asked for it.
    [GeneratedRegex("""(?<says>\b[Ll]anguage(\.Say|\.Html)?[(\[])?\$?"(?<text>[a-z0-9.-]*(\{[^}\n]*\}[a-z0-9.-]*)*)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Filled();

    [GeneratedRegex("""\b(Say|Html)\("(?<key>[a-z0-9.-]+)" """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Said();

    [GeneratedRegex("""\("(?<name>[a-z0-9-]+)", """)]
    private static partial Regex Name();
}
