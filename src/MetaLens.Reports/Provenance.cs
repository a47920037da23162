using System.Collections.Immutable;

namespace MetaLens.Reports;

/// <summary>How a report came to be, so that every number in it can be made again.</summary>
/// <param name="Version">Version of MetaLens.</param>
/// <param name="CommandLine">The command as typed.</param>
/// <param name="Inputs">The files read.</param>
/// <param name="Seed">Seed of everything random.</param>
public sealed record Provenance(string Version, string CommandLine, ImmutableArray<InputFile> Inputs, int Seed);
