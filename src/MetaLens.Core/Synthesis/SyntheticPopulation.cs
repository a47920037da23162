using System.Collections.Immutable;
using MetaLens.Messages;

namespace MetaLens.Synthesis;

/// <summary>A log with everything that is true of the people in it. Labels name actors as the log does.</summary>
/// <param name="Log">The messages.</param>
/// <param name="Groups">actor, label: circle or department.</param>
/// <param name="Managers">actor, manager; empty without a hierarchy. Who has none reports to nobody.</param>
/// <param name="Ties">actor_a, actor_b, label: partner, friend, colleague, report.</param>
/// <param name="Zones">actor, timezone at the beginning.</param>
/// <param name="SamePerson">old, new: identifiers of one person before and after a change.</param>
/// <param name="Events">actor, date, label: moved zone, changed identifier, began or faded with whom.</param>
public sealed record SyntheticPopulation(
    MessageLog Log,
    ImmutableArray<(string Actor, string Label)> Groups,
    ImmutableArray<(string Actor, string Manager)> Managers,
    ImmutableArray<(string A, string B, string Label)> Ties,
    ImmutableArray<(string Actor, string Zone)> Zones,
    ImmutableArray<(string Old, string New)> SamePerson,
    ImmutableArray<(string Actor, string Date, string Label)> Events);
