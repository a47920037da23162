using System.Collections.Immutable;

namespace MetaLens.Reports.Live;

/// <summary>What the live page changes when the reader turns a dial.</summary>
/// <param name="Sentence">What the protections do together, and what they cost.</param>
/// <param name="Cells">By question: the cell of the matrix as HTML.</param>
/// <param name="Lines">By question: the line under a finding.</param>
public sealed record OwnLensAnswer(string Sentence, ImmutableDictionary<string, string> Cells, ImmutableDictionary<string, string> Lines);
