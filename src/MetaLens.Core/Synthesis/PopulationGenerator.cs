namespace MetaLens.Synthesis;

/// <summary>
/// Makes labelled populations for teaching, for samples and for scoring inferences where the truth is known by construction. It is a caricature: circles, one partner, daily rhythm,
/// bursts of replies, a few life changes; figures measured on it say nothing of real people.
/// </summary>
public static class PopulationGenerator
{
    /// <summary>Makes a population. Deterministic given the options; O(messages).</summary>
    public static SyntheticPopulation Generate(PopulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var random = new Random(options.Seed);
        var people = PeopleMaker.Make(options, random);
        var ties = options.Scenario.IsHierarchical ? BondMaker.Company(people, options, random) : BondMaker.Village(people, options, random);
        LifeChanges.Plan(people, options, random);
        var log = new ConversationWriter(people, options, random).WriteAll();
        return SyntheticLabels.Of(log, people, ties, options);
    }
}
