using System.Collections.Immutable;
using MetaLens.Exposure;
using MetaLens.Reports.Charts;

namespace MetaLens.Reports.Findings;

/// <summary>One thing that the records give away, as a sentence that a reader can repeat, with everything that carries it.</summary>
/// <param name="Id">Short unique name, part of the page's addresses.</param>
/// <param name="Heading">What it is about, in a few words.</param>
/// <param name="Sentence">The finding with its denominator. Every number in it stands in <paramref name="Numbers"/>.</param>
/// <param name="Certainty">How sure it is.</param>
/// <param name="Evidence">How it was found and what it rests on, a paragraph each.</param>
/// <param name="Numbers">The numbers behind the sentence by name; the name tells unit or range.</param>
/// <param name="Pictures">What to show; may be empty.</param>
public sealed record Finding(
    string Id, string Heading, string Sentence, Certainty Certainty, ImmutableArray<string> Evidence, ImmutableSortedDictionary<string, double> Numbers, ImmutableArray<Chart> Pictures)
{
    /// <summary>Id of the question of the exposure matrix that it answers; null for none.</summary>
    public string? Question { get; init; }

    /// <summary>How far it is from what a stranger would guess, 0 … 1; the largest among those at least likely leads the page.</summary>
    public double Surprise { get; init; }

    /// <summary>How often the rule is wrong, or what it cannot know; empty where nothing is inferred.</summary>
    public string Wrong { get; init; } = "";

    /// <summary>What would stop it; empty for a finding of no question.</summary>
    public string Stop => Question is null ? "" : QuestionCatalog.Find(Question)?.Stop ?? "";

    /// <summary>What happened when, in order of time; empty for findings without dates.</summary>
    public ImmutableArray<Moment> Moments { get; init; } = [];

    /// <summary>The finding in fewer words, for the head of the page; the sentence where there is none.</summary>
    public string Headline { get => field ?? Sentence; init; }

    /// <summary>Numbers by name.</summary>
    public static ImmutableSortedDictionary<string, double> Named(params ReadOnlySpan<(string Name, double Value)> numbers)
    {
        var named = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var (name, value) in numbers) named.Add(name, value);
        return named.ToImmutable();
    }

    /// <summary>A finding that the records cannot give.</summary>
    public static Finding Unknown(string id, string heading, string sentence, params ImmutableArray<string> evidence) =>
        new(id, heading, sentence, Certainty.CannotTell, evidence, Named(), []);
}
