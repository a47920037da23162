using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace MetaLens.Reports.Languages;

/// <summary>
/// A language that reports are written in: its sentences, and how it writes numbers and dates. Each is one file in this folder: <c>Sentences.resx</c> is English and the source, <c>Sentences.de.resx</c> is German; a file
/// more is a language more. In a sentence <c>{name}</c> stands for a value, and <c>{name:FORMAT}</c> for one written in a certain way: <c>percent</c>, <c>whole-percent</c>, <c>hour</c>, the pattern of a date
/// (<c>d MMMM yyyy</c>), or <c># person|# people</c>, the first for 1, the second for every other number, with the number for #.
/// </summary>
public sealed partial class Language
{
    const string First = "Sentences.", Last = "resources", SourceId = "en", FromCore = "core.";

    // Read when first asked for: a command that only names the languages needs no sentence of theirs.
    readonly Lazy<Dictionary<string, string>> _sentences, _translations;
    readonly Lazy<Figures> _figures;

    Language(string id)
    {
        Id = id;
        _sentences = new(() => Read(id));
        _figures = new(() => new Figures(_sentences.Value));
        _translations = new(() => id == SourceId ? [] : TranslationsOf(_sentences.Value));
    }

    /// <summary>The source of all others.</summary>
    public static Language English { get; } = new(SourceId);

    /// <summary>All there are, English first.</summary>
    public static ImmutableArray<Language> All { get; } = [English, .. Ids().Order(StringComparer.Ordinal).Select(id => new Language(id))];

    /// <summary>The language's tag, as in HTML (BCP 47).</summary>
    public string Id { get; }

    /// <summary>What its speakers call it.</summary>
    public string Name => this["language"];

    /// <summary>Its numbers and dates.</summary>
    public Figures Figures => _figures.Value;

    /// <summary>Every sentence by its key, values not filled in.</summary>
    public IReadOnlyDictionary<string, string> Sentences => _sentences.Value;

    /// <summary>The language with this tag.</summary>
    /// <exception cref="ArgumentException">There is none; the message names those there are.</exception>
    public static Language Find(string id) => All.FirstOrDefault(l => l.Id == id)
        ?? throw new ArgumentException($"'{id}' is no language of reports; expected {string.Join(", ", All.Select(l => $"{l.Id} ({l.Name})"))}.", nameof(id));

    /// <summary>A sentence as it stands in the file: one without values, or one that a script fills.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this key.</exception>
    public string this[string key] => _sentences.Value[key];

    /// <summary>A sentence with its values.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="values">By name: a text, a number or a date. Every value that the sentence asks for.</param>
    /// <exception cref="KeyNotFoundException">There is no such sentence, or it asks for another value.</exception>
    /// <exception cref="FormatException">It asks for a value in a way that such a value cannot be written.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, object Value)> values) => Fill(_sentences.Value[key], values, static text => text);

    /// <summary>The same for a sentence with tags: what it is filled with is encoded, the sentence itself is not.</summary>
    public MarkupString Html(string key, params ReadOnlySpan<(string Name, object Value)> values) => new(Fill(_sentences.Value[key], values, HtmlEncoder.Default.Encode));

    /// <summary>A day as the page writes it: "3 May 2024"; for times that count from an unnamed start, 1970-01-01 is "day 1".</summary>
    public string Day(LocalDate day, bool isRelative) =>
        isRelative ? Say("date.day.relative", ("number", (Period.DaysBetween(new LocalDate(1970, 1, 1), day) + 1).ToString(CultureInfo.InvariantCulture))) : Say("date.day", ("day", day));

    /// <summary>What the library says in English, in this language; the same text where there is no translation of it (a lens that somebody typed, a note about a file).</summary>
    public string Translate(string english)
    {
        ArgumentNullException.ThrowIfNull(english);
        return _translations.Value.GetValueOrDefault(english, english);
    }

    string Fill(string sentence, ReadOnlySpan<(string Name, object Value)> values, Func<string, string> encoded)
    {
        var byName = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in values) byName.Add(name, value);
        return Placeholder().Replace(sentence, match => encoded(Figures.Text(byName[match.Groups["name"].Value], match.Groups["format"].Value)));
    }

    // By the English text, since the library does not know the keys.
    static Dictionary<string, string> TranslationsOf(Dictionary<string, string> sentences) =>
        English._sentences.Value.Where(s => s.Key.StartsWith(FromCore, StringComparison.Ordinal) && sentences.ContainsKey(s.Key)).DistinctBy(s => s.Value).ToDictionary(s => s.Value, s => sentences[s.Key], StringComparer.Ordinal);

    static IEnumerable<string> Ids() => typeof(Language).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(First, StringComparison.Ordinal) && name.EndsWith($".{Last}", StringComparison.Ordinal) && name.Length > First.Length + Last.Length)
        .Select(name => name[First.Length..^(Last.Length + 1)]);

    static Dictionary<string, string> Read(string id)
    {
        using var stream = typeof(Language).Assembly.GetManifestResourceStream(id == SourceId ? First + Last : $"{First}{id}.{Last}")!;
        using var reader = new ResourceReader(stream);
        return reader.Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{(?<name>[a-z0-9-]+)(:(?<format>[^}]*))?\}")]
    private static partial Regex Placeholder();
}
