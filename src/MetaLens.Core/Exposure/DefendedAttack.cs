using System.Collections.Immutable;

namespace MetaLens.Exposure;

/// <summary>An attack in the setting that it is made for, and what protections leave of it.</summary>
/// <param name="Attack">Id of the attack.</param>
/// <param name="Setting">What its observer has, as <c>--protect</c> takes it.</param>
/// <param name="Undefended">What it gets right there.</param>
/// <param name="Defences">What was tried: what beats it first, then what weakens it, each by how little it leaves above guessing, the cheaper first among equals; empty where there is nothing to defend against.</param>
/// <param name="Reason">Why nothing was tried; null where something was.</param>
public sealed record DefendedAttack(string Attack, string Setting, MetricEstimate Undefended, ImmutableArray<Defence> Defences, string? Reason)
{
    /// <summary>Of the protections that beat the attack, the one that leaves least; null where it is at most weakened.</summary>
    public Defence? BeatenBy => Defences.FirstOrDefault(d => d.Outcome == DefenceOutcome.Beaten);
}
