using MetaLens.Analyzers;
using MetaLens.Attacks.FuzzyTags;
using MetaLens.Attacks.IdentifierLinking;
using MetaLens.Attacks.ReplyLinks;
using MetaLens.Attacks.StatisticalDisclosure;
using MetaLens.Attacks.TrafficCorrelation;

namespace MetaLens.Attacks;

/// <summary>Every attack, once. An attack has the shape of an analysis; its table always begins with <c>subject, rank, guess, score</c>.</summary>
public static class AttackCatalog
{
    /// <summary>The columns every attack's table begins with.</summary>
    public static IReadOnlyList<AnalysisColumn> GuessColumns { get; } =
    [
        new("subject", "whom the guess is about"),
        new("rank", "1 = the likeliest"),
        new("guess", "who or what the attack names"),
        new("score", "how much speaks for it; comparable within one subject"),
    ];

    /// <summary>All attacks in the order in which they are listed.</summary>
    public static IReadOnlyList<IAnalysis> All { get; } =
    [
        new DisclosureAttack(),
        new CorrelationAttack(),
        new BatchAttack(),
        new FuzzyTagAttack(),
        new ReidentifyAttack(),
        new LinkIdentifiersAttack(),
        new StructureAttack(),
        new RepliesAttack(),
    ];

    /// <summary>The attack with this id, or null.</summary>
    public static IAnalysis? Find(string id) => All.FirstOrDefault(a => a.Card.Id == id);
}
