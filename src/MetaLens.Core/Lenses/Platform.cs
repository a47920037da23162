using System.Collections.Immutable;

namespace MetaLens.Lenses;

/// <summary>A messaging service in one of its modes.</summary>
/// <param name="Id">Short name, as in lens ids.</param>
/// <param name="Name">Name in words.</param>
/// <param name="ShortName">The same for the head of a table: the service, a comma, what is special.</param>
/// <param name="Views">What each observer has; the operator first where it has a view.</param>
public sealed record Platform(string Id, string Name, string ShortName, ImmutableArray<ObserverView> Views);
